package vn.ganbo.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.Criterion;
import vn.ganbo.regulation.Duty;
import vn.ganbo.regulation.Option;
import vn.ganbo.regulation.Rulebook;
import vn.ganbo.regulation.Rulebooks;
import vn.ganbo.regulation.Signatory;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Link;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/**
 * The case page of a slip: the form or what it says, what is known beside it, and what can be done.
 */
@Component
class CommentCase {
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private static final String NO_SHORTCOMING = "assessment.no-shortcoming";

    /** Obstacles that the form itself removes. */
    private static final Set<String> MENDED_HERE = Set.of("assessment.unanswered", NO_SHORTCOMING);

    /** Obstacles that the record of a meeting removes. */
    private static final Set<String> BY_MEETING =
            Set.of(
                    "assessment.no-decision",
                    "assessment.decision-later",
                    "assessment.not-agreed",
                    "assessment.met-before-hearing");

    private final CommentQueries queries;
    private final CommentStore store;
    private final EvidenceQueries evidence;
    private final FollowUpQueries followUps;
    private final Windows windows;
    private final Rulebooks rulebooks;
    private final History history;
    private final JsonMapper json;
    private final Clock clock;

    CommentCase(
            CommentQueries queries,
            CommentStore store,
            EvidenceQueries evidence,
            FollowUpQueries followUps,
            Windows windows,
            Rulebooks rulebooks,
            History history,
            JsonMapper json,
            Clock clock) {
        this.queries = queries;
        this.store = store;
        this.evidence = evidence;
        this.followUps = followUps;
        this.windows = windows;
        this.rulebooks = rulebooks;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One question of the form.
     *
     * @param stored key of the answer kept, or null
     * @param answer its words, or null
     */
    record Question(
            String label,
            String key,
            List<Choice> options,
            @Nullable String stored,
            @Nullable String answer,
            @Nullable String hint,
            @Nullable String warning) {}

    /** What the person reported of the year before the cell commented. */
    record SelfSaid(LocalDate sentOn, List<Said> parts) {
        record Said(String label, String words) {}
    }

    /**
     * Why the cell cannot sign.
     *
     * @param blocked mended elsewhere, not in this form alone
     * @param meeting mended by the record of a meeting
     * @param lacking mended by the rows of shortcomings
     */
    record Obstacle(String sentence, boolean blocked, boolean meeting, boolean lacking) {}

    /**
     * A shortcoming as it stands in the form, or an empty row for one more.
     *
     * @param asked whether the person was asked about it
     */
    record Lacking(int no, @Nullable Shortcoming kept, boolean asked) {
        String fact() {
            return kept == null ? "" : kept.fact();
        }

        String suggestion() {
            return kept == null ? "" : kept.suggestion();
        }

        @Nullable LocalDate due() {
            return kept == null ? null : kept.due();
        }
    }

    /** What this viewer may do with the slip as it stands. */
    record May(
            boolean draft,
            boolean sign,
            boolean record,
            boolean confirm,
            boolean giveOut,
            boolean receive,
            boolean ask,
            boolean print,
            boolean reply,
            boolean correct,
            boolean followUp) {
        boolean anything() {
            return confirm || giveOut || receive;
        }
    }

    record View(
            CommentQueries.Shown slip,
            May may,
            List<Link> crumbs,
            List<Question> questions,
            List<Lacking> lacking,
            @Nullable Hearing hearing,
            @Nullable Obstacle obstacle,
            String signer,
            List<Choice> posts,
            @Nullable Evidence evidence,
            List<Step> steps,
            @Nullable String givenBackBecause,
            List<String> moved,
            @Nullable String meeting,
            @Nullable SelfSaid selfSaid,
            List<FollowUpQueries.Beside> beside,
            List<History.Line> history,
            String article,
            boolean mayOpenPaper,
            Typed typed) {

        /** Whether somebody saved the draft while this one was being typed. */
        boolean overtaken() {
            String seen = typed.get("version");
            return typed.failed()
                    && may.draft()
                    && seen != null
                    && !seen.equals(Integer.toString(slip.version()));
        }

        /** What the slip proposes and how far the workplace is; null where it proposes nothing. */
        FollowUpQueries.@Nullable Beside followUp() {
            return beside.isEmpty() || beside.getFirst().kind() == null ? null : beside.getFirst();
        }

        /** What the person said to the slip, oldest first. */
        List<FollowUpQueries.Beside> replies() {
            return beside.stream().filter(b -> b.reply() != null).toList();
        }

        /** The shortcomings that are kept with the slip. */
        List<Shortcoming> shortcomings() {
            return lacking.stream().map(Lacking::kept).filter(Objects::nonNull).toList();
        }

        /** Whether the rows of shortcomings say something, have to, or have to be mended. */
        boolean lackingOpen() {
            return !shortcomings().isEmpty()
                    || (obstacle != null && obstacle.lacking())
                    || lacking.stream()
                            .anyMatch(one ->
                                    !typed.problems("fact-" + one.no()).isEmpty()
                                            || !typed.problems("suggestion-" + one.no()).isEmpty()
                                            || !typed.problems("due-" + one.no()).isEmpty());
        }

        /** What was typed into a form that is no longer open. */
        @Nullable String lostWords() {
            String words = typed.get("other");
            return typed.failed() && !may.draft() && words != null && !words.isBlank()
                    ? words
                    : null;
        }
    }

    String show(Viewer viewer, UUID id, Typed typed, Model model) {
        CommentQueries.Shown slip = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        boolean residence =
                viewer.is(
                        Role.RESIDENCE_OFFICE,
                        Role.RESIDENCE_CELL_SECRETARY,
                        Role.COMMITTEE_MEMBER_IN_CHARGE,
                        Role.ANALYST,
                        Role.AUDITOR);
        @Nullable Evidence known = residence ? known(viewer, slip) : null;
        May may = may(viewer, slip);
        List<CommentQueries.StepTaken> taken = queries.steps(viewer.scope(), id);
        @Nullable Hearing hearing = hearing(slip);
        model.addAttribute(
                "view",
                new View(
                        slip,
                        may,
                        crumbs(viewer, slip),
                        questions(slip, known, typed),
                        lacking(slip, hearing, may.draft()),
                        hearing,
                        may.sign() ? obstacle(viewer, slip) : null,
                        signer(viewer),
                        posts(may),
                        known,
                        steps(slip, taken),
                        givenBackBecause(slip, taken),
                        residence ? moved(slip) : List.of(),
                        meeting(slip),
                        residence ? selfSaid(slip) : null,
                        slip.state() == CommentState.RETURNED
                                ? followUps.beside(viewer.scope(), id)
                                : List.of(),
                        residence
                                ? history.ofMember(
                                        viewer.scope(), slip.memberId(), "assessment", things(slip))
                                : List.of(),
                        article(slip),
                        viewer.is(Role.WORKPLACE_OFFICE, Role.MEMBER),
                        typed));
        return "assessment/comment";
    }

    /** The slip and its paper, for its history. */
    private static List<UUID> things(CommentQueries.Shown slip) {
        return slip.paperId() == null ? List.of(slip.id()) : List.of(slip.id(), slip.paperId());
    }

    private @Nullable Hearing hearing(CommentQueries.Shown slip) {
        return slip.about() == null || slip.askedOn() == null || slip.hearingDue() == null
                ? null
                : new Hearing(
                        Shortcoming.read(json, slip.about()),
                        slip.askedOn(),
                        slip.hearingDue(),
                        slip.words(),
                        slip.heardOn(),
                        slip.notedBy());
    }

    /** What is kept, and in a draft a row for one more. */
    private List<Lacking> lacking(
            CommentQueries.Shown slip, @Nullable Hearing hearing, boolean draft) {
        List<Shortcoming> kept = Shortcoming.read(json, slip.shortcomings());
        List<Lacking> out = new ArrayList<>();
        for (Shortcoming one : kept) {
            out.add(new Lacking(out.size(), one, hearing != null && hearing.covers(List.of(one))));
        }
        if (draft) {
            out.add(new Lacking(out.size(), null, false));
        }
        return out;
    }

    private Evidence known(Viewer viewer, CommentQueries.Shown slip) {
        return evidence.of(
                viewer,
                slip.memberId(),
                slip.year(),
                rulebooks.byId(slip.rulebook()).orElseThrow());
    }

    /** What was written, with the sentences that the evidence gives behind it. */
    String withDraft(Viewer viewer, UUID id, String written) {
        CommentQueries.Shown slip = queries.one(viewer.scope(), id).orElseThrow(NotFound::new);
        return DraftText.added(written, known(viewer, slip).draft());
    }

    /** A secretary signs for the cell; a clerk names the one who signed. */
    static String signer(Viewer viewer) {
        return viewer.is(Role.RESIDENCE_CELL_SECRETARY) ? viewer.name() : "";
    }

    /** Who may sign next, in the cell or for the commune; empty where nobody signs here. */
    private List<Choice> posts(May may) {
        return may.sign() || may.confirm()
                ? Signer.posts(
                        rulebooks.on(LocalDate.now(clock)),
                        Signatory.COMMENT,
                        may.sign() ? Signatory.CELL : Signatory.COMMUNE)
                : List.of();
    }

    private static May may(Viewer viewer, CommentQueries.Shown slip) {
        CommentState state = slip.state();
        boolean secretary = viewer.is(Role.RESIDENCE_CELL_SECRETARY);
        boolean ward = viewer.is(Role.RESIDENCE_OFFICE);
        boolean draft = state == CommentState.DRAFT;
        return new May(
                draft && (secretary || viewer.is(Role.COMMITTEE_MEMBER_IN_CHARGE)),
                draft && secretary,
                draft && secretary,
                ward && state == CommentState.CELL_SIGNED,
                ward && state == CommentState.COMMUNE_CONFIRMED,
                viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY)
                        && state == CommentState.RETURNED
                        && slip.receivedOn() == null,
                draft && secretary,
                (secretary || ward) && state != CommentState.RETURNED,
                viewer.is(Role.MEMBER) && state == CommentState.RETURNED,
                ward && state == CommentState.RETURNED && slip.replacedBy() == null,
                viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY)
                        && state == CommentState.RETURNED);
    }

    private static List<Link> crumbs(Viewer viewer, CommentQueries.Shown slip) {
        if (viewer.is(Role.MEMBER)) {
            return List.of(
                    Link.to("Nhận xét về tôi", "/my-comments"), Link.here("Năm " + slip.year()));
        }
        if (viewer.is(Role.WORKPLACE_OFFICE, Role.WORKPLACE_CELL_SECRETARY)) {
            return List.of(
                    Link.to("Phiếu nhận xét gửi về", "/returned-comments"),
                    Link.here(slip.wardName().replaceFirst("^Đảng bộ ", "")));
        }
        List<Link> crumbs = new ArrayList<>();
        if (slip.roundId() != null) {
            crumbs.add(Link.to("Đợt nhận xét " + slip.year(), "/comments?year=" + slip.year()));
            crumbs.add(
                    Link.to(
                            slip.cellName(),
                            "/comments?year=%d&cell=%s".formatted(slip.year(), slip.cellId())));
            crumbs.add(Link.here(Show.number(slip.place()) + " / " + Show.number(slip.ofAll())));
        } else {
            crumbs.add(Link.to("Phiếu xin ý kiến", "/comment-requests"));
            crumbs.add(Link.here("Số " + slip.requestNumber()));
        }
        return crumbs;
    }

    private List<Question> questions(
            CommentQueries.Shown slip, @Nullable Evidence known, Typed typed) {
        Rulebook book = rulebooks.byId(slip.rulebook()).orElseThrow();
        Map<String, String> answers = json.readValue(slip.answers(), ANSWERS);
        List<Question> out = new ArrayList<>();
        for (Criterion criterion : book.criteria(slip.form())) {
            String key = criterion.key();
            String stored = answers.get(key);
            String answer =
                    stored == null
                            ? null
                            : criterion.option(stored).map(Option::label).orElse(null);
            String hint = known == null ? null : known.hint(criterion);
            String typedKey = typed.get(key);
            if (typed.failed() && answer != null && !Objects.equals(stored, typedKey)) {
                hint = (hint == null ? "" : hint + " ") + "Bản đang lưu: " + answer + ".";
            }
            out.add(
                    new Question(
                            criterion.number() + ". " + criterion.text(),
                            key,
                            known == null
                                    ? criterion.options().stream()
                                            .map(o -> Choice.of(o.key(), o.label()))
                                            .toList()
                                    : known.choices(criterion),
                            stored,
                            answer,
                            hint,
                            known == null ? null : known.warning(criterion)));
        }
        return out;
    }

    /** Why the cell cannot sign, as the refusal would say it; null when it can. */
    private @Nullable Obstacle obstacle(Viewer viewer, CommentQueries.Shown slip) {
        if (!(store.load(viewer.scope(), slip.id()) instanceof Comment.Draft draft)) {
            return null;
        }
        Rulebook book = rulebooks.byId(slip.rulebook()).orElseThrow();
        Optional<Refusal> refusal =
                draft.obstacle(LocalDate.now(clock), book)
                        .or(() ->
                                Optional.ofNullable(slip.closedOn())
                                        .map(day ->
                                                windows.closed(
                                                        RoundWindow.COMMENT, slip.year(), day)));
        return refusal.map(r ->
                        new Obstacle(
                                Labels.say("refusal." + r.key(), r.words()),
                                draft.decision() == null || !MENDED_HERE.contains(r.key()),
                                BY_MEETING.contains(r.key()),
                                NO_SHORTCOMING.equals(r.key())))
                .orElse(null);
    }

    private static List<Step> steps(
            CommentQueries.Shown slip, List<CommentQueries.StepTaken> taken) {
        List<Step> out = new ArrayList<>();
        boolean waiting = false;
        for (CommentState state : CommentState.values()) {
            CommentQueries.StepTaken last = null;
            for (CommentQueries.StepTaken step : taken) {
                if (step.state() == state) {
                    last = step;
                }
            }
            String title = Labels.of("commentStep." + state.name());
            boolean reached = state.compareTo(slip.state()) <= 0;
            if (reached && last != null) {
                out.add(Step.done(title, detail(last)));
            } else if (reached) {
                out.add(Step.done(title, null));
            } else if (!waiting) {
                waiting = true;
                out.add(Step.now(title, "đang chờ"));
            } else {
                out.add(Step.later(title, null));
            }
        }
        return out;
    }

    private static String detail(CommentQueries.StepTaken step) {
        String day = Show.date(step.onDate());
        return step.signer() == null ? day : day + " · " + step.post() + " " + step.signer();
    }

    /** The ward's reason, as long as the slip is back at the cell. */
    private static @Nullable String givenBackBecause(
            CommentQueries.Shown slip, List<CommentQueries.StepTaken> taken) {
        return slip.state() == CommentState.DRAFT && !taken.isEmpty()
                ? taken.getLast().note()
                : null;
    }

    /** What happened to the person or the ward since the slip was made; the slip goes its way. */
    private List<String> moved(CommentQueries.Shown slip) {
        if (slip.state() == CommentState.RETURNED) {
            return List.of();
        }
        String article = article(slip);
        List<String> out = new ArrayList<>();
        if (slip.leftOn() != null) {
            out.add(
                    ("Đảng viên đã ra khỏi sổ của %s từ ngày %s. Phiếu và những gì đã ghi giữ nguyên:"
                                    + " chi bộ nhận xét thời gian ở đây (%s), phiếu gửi về nơi công"
                                    + " tác hiện nay.")
                            .formatted(slip.cellName(), Show.date(slip.leftOn()), article));
        }
        if (slip.wardClosedOn() != null) {
            out.add(
                    ("%s kết thúc ngày %s do sắp xếp đơn vị. Phiếu giữ nguyên: đảng ủy tiếp nhận địa"
                                    + " bàn xác nhận và gửi trả (%s).")
                            .formatted(slip.wardName(), Show.date(slip.wardClosedOn()), article));
        }
        return out;
    }

    private String article(CommentQueries.Shown slip) {
        Rulebook book = rulebooks.byId(slip.rulebook()).orElseThrow();
        return book.cite(book.commentsArticle());
    }

    private @Nullable SelfSaid selfSaid(CommentQueries.Shown slip) {
        if (slip.selfSentOn() == null || slip.selfDuties() == null) {
            return null;
        }
        Rulebook book = rulebooks.byId(slip.rulebook()).orElseThrow();
        List<SelfSaid.Said> parts = new ArrayList<>();
        json.readValue(slip.selfDuties(), ANSWERS)
                .forEach((number, words) ->
                        parts.add(
                                new SelfSaid.Said(
                                        number
                                                + ". "
                                                + book.duty(Integer.parseInt(number))
                                                        .map(Duty::label)
                                                        .orElse("Nhiệm vụ"),
                                        words)));
        if (slip.selfDifficulty() != null) {
            parts.add(new SelfSaid.Said("Khó khăn, đề nghị", slip.selfDifficulty()));
        }
        return new SelfSaid(slip.selfSentOn(), parts);
    }

    /** Totals only, never who. */
    private static @Nullable String meeting(CommentQueries.Shown slip) {
        return slip.metOn() == null
                ? null
                : "Họp ngày %s với Ban công tác Mặt trận: %d tán thành, %d không tán thành, %d ý kiến khác."
                        .formatted(
                                Show.date(slip.metOn()),
                                slip.votesFor(),
                                slip.votesAgainst(),
                                slip.votesAbstain());
    }
}
