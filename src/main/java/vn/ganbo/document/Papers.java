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
    private final Facts facts;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Papers(PaperStore store, Press press, Facts facts, Clock clock) {
        this.store = store;
        this.press = press;
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

        List<UUID> ids = new ArrayList<>();
        for (int from = 0; from < papers.size(); from += AT_ONCE) {
            int to = Math.min(papers.size(), from + AT_ONCE);
            List<KeptPaper> drawn = draw(papers.subList(from, to), terms.subList(from, to));
            store.keep(viewer.scope(), drawn, viewer.name(), clock.instant());
            drawn.forEach(paper -> ids.add(paper.id()));
        }
        return ids;
    }

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
    private List<KeptPaper> draw(List<NewPaper> papers, List<@Nullable LocalDate> terms) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<KeptPaper>> drawn = new ArrayList<>();
            for (int i = 0; i < papers.size(); i++) {
                NewPaper paper = papers.get(i);
                LocalDate term = terms.get(i);
                drawn.add(threads.submit(() -> draw(paper, term)));
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

    private KeptPaper draw(NewPaper paper, @Nullable LocalDate term) {
        UUID id = Ids.next();
        byte[] data = json.writeValueAsBytes(paper.text());
        byte[] bytes = press.print(id, paper.text(), data);
        return new KeptPaper(id, paper, term, PDF, bytes, sha256(bytes), new String(data, UTF_8));
    }

    /**
     * Draws a paper without keeping it, to look at before an act. Never a record.
     *
     * @return a PDF
     */
    public byte[] preview(PaperText text) {
        return press.print(Ids.next(), text, Press.Conformance.A2B, null);
    }

    /**
     * Draws papers without keeping them into one file for the printer, in this order. Never a
     * record.
     *
     * @param texts at least one
     * @return a PDF
     */
    public byte[] preview(List<? extends PaperText> texts) {
        if (texts.isEmpty()) {
            throw new NotFound();
        }
        return press.printBatch(texts);
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
     * Stored papers drawn again into one file for the printer, in this order: a view, the single
     * papers are the record.
     *
     * @return a PDF
     * @throws NotFound when the viewer does not see one of the papers
     */
    @Transactional
    public byte[] printBatch(Viewer viewer, List<UUID> ids) {
        List<PaperStore.Data> papers = store.data(viewer.scope(), ids);
        if (papers.isEmpty() || papers.size() != ids.size()) {
            throw new NotFound();
        }
        byte[] pdf = press.printBatch(papers.stream().map(this::text).toList());

        facts.tell(viewer, DocumentFacts.PapersPrinted.of(papers));
        return pdf;
    }

    private PaperText text(PaperStore.Data paper) {
        return json.readValue(paper.data(), paper.kind().text());
    }

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
