package vn.ganbo.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Viewer;

/**
 * Văn bản đã lưu: papers are drawn once, kept with their SHA-256 and given back byte for byte
 * (docs/decisions/0005).
 */
@Component
public class Papers {
    private static final String PDF = "application/pdf";

    /** Papers in one statement: some five megabytes of parameters. */
    private static final int AT_ONCE = 100;

    private final PaperStore store;
    private final Press press;
    private final Seals seals;
    private final Codes codes;
    private final Styles styles;
    private final Facts facts;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Papers(
            PaperStore store,
            Press press,
            Seals seals,
            Codes codes,
            Styles styles,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.press = press;
        this.seals = seals;
        this.codes = codes;
        this.styles = styles;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Draws one paper and keeps it, in the transaction of the act it belongs to.
     *
     * @return its id, for {@code /papers/{id}}
     * @throws NotFound when the unit is not the viewer's
     */
    @Transactional
    public UUID keep(Viewer viewer, NewPaper paper) {
        return keepAll(viewer, List.of(paper)).getFirst();
    }

    /** Draws and keeps many papers; ids in the order of the papers. */
    @Transactional
    public List<UUID> keepAll(Viewer viewer, List<NewPaper> papers) {
        if (!papers.stream().allMatch(p -> viewer.scope().sees(p.unitNo()))) {
            throw new NotFound();
        }
        List<@Nullable LocalDate> terms = terms(viewer.scope(), papers);
        List<String> fresh = codes.next(viewer.scope(), papers.size());
        Map<Integer, PaperStore.Issuer> issuers =
                store.issuers(
                        viewer.scope(), papers.stream().map(NewPaper::unitNo).distinct().toList());
        Map<Integer, Style> looks = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            NewPaper paper = papers.get(i);
            PaperStore.Issuer issuer = issuers.get(paper.unitNo());
            if (issuer == null) {
                throw new NotFound();
            }
            String code = fresh.isEmpty() ? null : fresh.get(i);
            Style style =
                    looks.computeIfAbsent(paper.unitNo(), unit -> styles.of(viewer.scope(), unit));
            drafts.add(new Draft(Ids.next(), paper, code, issuer, style, terms.get(i)));
        }

        List<UUID> ids = new ArrayList<>();
        for (int from = 0; from < papers.size(); from += AT_ONCE) {
            int to = Math.min(papers.size(), from + AT_ONCE);
            List<KeptPaper> drawn = draw(drafts.subList(from, to));
            store.keep(viewer.scope(), drawn, viewer.name(), clock.instant());
            drawn.forEach(paper -> ids.add(paper.id()));
        }
        return ids;
    }

    /** A paper about to be drawn. */
    private record Draft(
            UUID id,
            NewPaper paper,
            @Nullable String code,
            PaperStore.Issuer issuer,
            Style style,
            @Nullable LocalDate term) {}

    /** A unit on a day. */
    private record UnitDay(int unitNo, LocalDate on) {}

    /** The term each numbered paper belongs to; null for papers without a number. */
    private List<@Nullable LocalDate> terms(Scope scope, List<NewPaper> papers) {
        Map<UnitDay, LocalDate> known = new HashMap<>();
        List<@Nullable LocalDate> out = new ArrayList<>();
        for (NewPaper paper : papers) {
            out.add(
                    paper.text().number() == null
                            ? null
                            : known.computeIfAbsent(
                                    new UnitDay(paper.unitNo(), paper.text().date()),
                                    day -> store.termStart(scope, day.unitNo(), day.on())));
        }
        return out;
    }

    /** Draws on as many threads as there are presses; no statement is run on them. */
    private List<KeptPaper> draw(List<Draft> drafts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<KeptPaper>> drawn = new ArrayList<>();
            for (Draft draft : drafts) {
                drawn.add(threads.submit(() -> draw(draft)));
            }
            return drawn.stream().map(Papers::ready).toList();
        }
    }

    private static KeptPaper ready(Future<KeptPaper> drawn) {
        try {
            return drawn.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a paper could not be drawn", e.getCause());
        }
    }

    private KeptPaper draw(Draft draft) {
        PaperText text = draft.paper().text();
        byte[] data = json.writeValueAsBytes(text);
        String written = new String(data, UTF_8);
        String mark = seals.mark(text, draft.code(), draft.issuer().code());
        byte[] bytes =
                press.print(
                        draft.id(),
                        new Press.Sheet(text, seals.printed(mark, draft.code()), draft.style()),
                        text.kind().travels()
                                ? json.writeValueAsBytes(
                                        seals.envelope(
                                                draft.id(), text.kind(), draft.issuer(), written))
                                : null);
        return new KeptPaper(
                draft.id(),
                draft.code(),
                mark,
                draft.paper(),
                draft.term(),
                PDF,
                bytes,
                sha256(bytes),
                written,
                styles.written(draft.style()));
    }

    /**
     * Draws a paper without keeping it, to look at before an act. Never a record.
     *
     * @return a PDF
     */
    public byte[] preview(PaperText text) {
        return press.print(Ids.next(), new Press.Sheet(text, null), null);
    }

    /** Papers chosen for the printer, in the order of printing. */
    public static final class Selection {
        private final List<Press.Sheet> sheets;

        private Selection(List<Press.Sheet> sheets) {
            this.sheets = List.copyOf(sheets);
        }

        List<Press.Sheet> sheets() {
            return sheets;
        }
    }

    /**
     * Papers that are not kept yet, to be printed and signed by hand, in the style of this unit.
     * Never a record.
     */
    public Selection drafts(Scope scope, int unitNo, List<? extends PaperText> texts) {
        Style style = styles.of(scope, unitNo);
        return new Selection(
                texts.stream().map(text -> new Press.Sheet(text, null, style)).toList());
    }

    /**
     * Lets the workplace read papers from where the member stands there, or takes that away.
     *
     * @param workNo the cell, or null to take the sight away
     * @throws NotFound when the viewer does not see one of the papers
     */
    @Transactional
    public void shareWithWorkplace(
            Viewer viewer, Collection<UUID> papers, @Nullable Integer workNo) {
        store.share(viewer.scope(), papers, "WORKPLACE", workNo);
    }

    /**
     * Lets the residence read papers from where the member stands there, or takes that away
     * (DECISIONS.md 4: from the moment a letter is sent).
     *
     * @param resNo the ward, cell or group, or null to take the sight away
     * @throws NotFound when the viewer does not see one of the papers
     */
    @Transactional
    public void shareWithResidence(
            Viewer viewer, Collection<UUID> papers, @Nullable Integer resNo) {
        store.share(viewer.scope(), papers, "RESIDENCE", resNo);
    }

    /** Lets the member read papers about the own person. */
    @Transactional
    public void shareWithMember(Viewer viewer, Collection<UUID> papers) {
        store.share(viewer.scope(), papers, "MEMBER", 1);
    }

    /**
     * Takes papers of the viewer's own side out of force: a verify page says so from now on.
     *
     * @throws NotFound when one of them is not the viewer's
     */
    @Transactional
    public void makeVoid(Viewer viewer, Collection<UUID> papers) {
        if (!papers.isEmpty()) {
            store.makeVoid(viewer.scope(), papers, LocalDate.now(clock));
        }
    }

    /** What stands on a stored paper, where the viewer sees it. */
    public Optional<PaperText> text(Scope scope, UUID id) {
        return store.data(scope, List.of(id)).stream().findFirst().map(p -> sheet(p).text());
    }

    /**
     * A paper of this installation and whom it is about, by their ids alone.
     *
     * @param memberId or null
     */
    public record Named(UUID id, @Nullable UUID memberId) {}

    /**
     * The paper of this id, whether the viewer sees it or not: only for the history of an attempt.
     */
    public Optional<Named> named(Scope scope, UUID id) {
        return store.named(scope, id, null);
    }

    /** The same, by its short code. */
    public Optional<Named> named(Scope scope, String code) {
        return store.named(scope, null, code);
    }

    /** The paper with this short code, where the viewer sees it. */
    public Optional<UUID> withCode(Scope scope, String code) {
        return store.withCode(scope, code);
    }

    /**
     * A stored paper, compared with its checksum.
     *
     * @throws NotFound when the paper does not exist for this scope
     * @throws IllegalStateException when the bytes are not those that were kept
     */
    @Transactional(readOnly = true)
    public Paper read(Scope scope, UUID id) {
        PaperStore.Stored stored = store.load(scope, id).orElseThrow(NotFound::new);

        if (!MessageDigest.isEqual(stored.sha256(), sha256(stored.paper().bytes()))) {
            throw new IllegalStateException(
                    "paper %s does not match its checksum: its stored bytes were changed outside the program"
                            .formatted(id));
        }
        return stored.paper();
    }

    /**
     * What stands on a stored paper, as JSON.
     *
     * @throws NotFound when the paper does not exist for this scope
     */
    @Transactional(readOnly = true)
    public String data(Scope scope, UUID id) {
        return store.data(scope, List.of(id)).stream()
                .map(PaperStore.Data::data)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Stored papers to be drawn again for the printer, in this order: a view, the single papers are
     * the record.
     *
     * @throws NotFound when there is none, or the viewer does not see one of them
     */
    @Transactional
    public Selection stored(Viewer viewer, List<UUID> ids) {
        List<PaperStore.Data> papers = store.data(viewer.scope(), ids);
        if (papers.isEmpty() || papers.size() != ids.size()) {
            throw new NotFound();
        }

        facts.tell(viewer, DocumentFacts.PapersPrinted.of(papers));
        return new Selection(papers.stream().map(this::sheet).toList());
    }

    private Press.Sheet sheet(PaperStore.Data paper) {
        PaperText text = json.readValue(paper.data(), paper.kind().text());
        return new Press.Sheet(
                text, seals.printed(paper.mark(), paper.code()), styles.read(paper.style()));
    }

    /**
     * A stored paper as a draft for Word.
     *
     * @throws NotFound for a kind that no office edits
     */
    @Transactional
    Word word(Viewer viewer, UUID id) {
        PaperStore.Data paper =
                store.data(viewer.scope(), List.of(id)).stream()
                        .filter(p -> p.kind().edited())
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Paper stored = open(viewer, id);
        Style style = styles.read(paper.style());
        byte[] file =
                WordFile.of(
                        Press.html(new Press.Sheet(sheet(paper).text(), null, style), "roomy"),
                        style.measures());
        return new Word(stored.fileName().replaceFirst("pdf$", "docx"), file);
    }

    /** A file for Word and what it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Word(String name, byte[] file) {}

    /** A stored paper for somebody who opens it, which is a fact (law 6). */
    @Transactional
    Paper open(Viewer viewer, UUID id) {
        Paper paper = read(viewer.scope(), id);

        facts.tell(viewer, DocumentFacts.PaperRead.of(paper));
        return paper;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
