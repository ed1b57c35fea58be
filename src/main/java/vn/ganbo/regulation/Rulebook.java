package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Refusal;

/**
 * Bộ quy định: one regulation as dated data, with local guidance laid over it where there is any.
 * What the source does not say is absent; {@code require…} refuses in Vietnamese where the program
 * cannot go on without it.
 *
 * @param about which regulation and when
 * @param norms what it demands
 * @param forms papers
 * @param local what local guidance changed, nearest unit last; empty for the regulation itself
 */
public record Rulebook(RulebookTitle about, Norms norms, Forms forms, List<LocalRule> local) {

    public Rulebook {
        local = List.copyOf(local);
    }

    /** Stored with every record made under it, such as 213-qd-tw. */
    public String id() {
        return about.id();
    }

    /** Version of the data, from 1. */
    public int version() {
        return about.version();
    }

    /** Id and version in one word, "213-qd-tw/1", for {@link Rulebooks#byReference}. */
    public String reference() {
        return id() + "/" + version();
    }

    /** As people say it: 213-QĐ/TW. */
    public String code() {
        return about.code();
    }

    public String title() {
        return about.title();
    }

    /** As papers cite it: "Quy định số 213-QĐ/TW, ngày 02 tháng 01 năm 2020 của …". */
    public String citation() {
        return about.citation();
    }

    /** First day, inclusive. */
    public LocalDate from() {
        return about.from();
    }

    /** Last day, inclusive; empty while it holds. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(about.until());
    }

    /** Periodic meetings a year, if known. */
    public OptionalInt meetingsPerYear() {
        Norms.Meetings meetings = norms.meetings();
        return meetings == null ? OptionalInt.empty() : OptionalInt.of(meetings.perYear());
    }

    /** The duties of a member at the residence; empty when not known. */
    public List<Duty> duties() {
        return norms.duties();
    }

    public Optional<Duty> duty(int number) {
        return duties().stream().filter(d -> d.number() == number).findFirst();
    }

    /** The comment slip of this form, if known. */
    public Optional<Slip> slip(SlipForm form) {
        return forms.slips().stream().filter(s -> s.form() == form).findFirst();
    }

    /** The criteria of a slip in order; empty when the form is not known. */
    public List<Criterion> criteria(SlipForm form) {
        return slip(form).map(Slip::criteria).orElse(List.of());
    }

    /** Article "4" or clause "4.4", if known. */
    public Optional<Article> article(String number) {
        return norms.articles().stream().filter(a -> a.number().equals(number)).findFirst();
    }

    /**
     * As a refusal cites it: "khoản 4 Điều 4 Quy định 213-QĐ/TW"; only the regulation when the
     * clause is not known.
     */
    public String cite(String number) {
        return cite(article(number));
    }

    /** The same for a clause found here; empty cites the regulation alone. */
    public String cite(Optional<Article> article) {
        return article.map(a -> a.cited() + " ").orElse("") + "Quy định " + code();
    }

    /** The clause that asks for the periodic meetings, if known. */
    public Optional<Article> meetingsArticle() {
        Norms.Meetings meetings = norms.meetings();
        return meetings == null ? Optional.empty() : cited(meetings.article());
    }

    /** Who must meet before a comment is signed, if that is set. */
    public Optional<Norms.Quorum> quorum() {
        return Optional.ofNullable(norms.comments()).map(Norms.Comments::quorum);
    }

    /** How to choose whom to comment on; empty where everybody is commented on. */
    public Optional<Norms.Targeted> targeted() {
        return Optional.ofNullable(norms.comments()).map(Norms.Comments::targeted);
    }

    /** The clause that asks for the comments, if known. */
    public Optional<Article> commentsArticle() {
        Norms.Comments comments = norms.comments();
        return comments == null ? Optional.empty() : cited(comments.article());
    }

    private Optional<Article> cited(@Nullable String number) {
        return number == null ? Optional.empty() : article(number);
    }

    /** Grounds for exemption of one kind, in the guidance's order; empty when none is known. */
    public List<Exemption> exemptions(ExemptionKind kind) {
        return norms.exemptions().stream().filter(e -> e.kind() == kind).toList();
    }

    /** The ground with this key, if the rulebook has it. */
    public Optional<Exemption> exemption(String key) {
        return norms.exemptions().stream().filter(e -> e.key().equals(key)).findFirst();
    }

    /** Who signs a block of a paper: paper "comment", block "cell". */
    public Optional<Signatory> signatory(String paper, String block) {
        return forms.signatories().stream()
                .filter(s -> s.paper().equals(paper) && s.block().equals(block))
                .findFirst();
    }

    /**
     * The posts whose holders may sign a block of a paper, the usual one first: "Bí thư", "Phó Bí
     * thư". A {@link Refusal} where the rulebook does not say.
     */
    public List<String> requirePosts(String paper, String block) {
        return signatory(paper, block).map(Signatory::everybody).orElseThrow(() -> silent("posts"));
    }

    /**
     * The post as the rulebook writes it, in whatever case it was typed; empty when its holder may
     * not sign this block of this paper.
     */
    public Optional<String> post(String paper, String block, String typed) {
        return requirePosts(paper, block).stream()
                .filter(p -> p.equalsIgnoreCase(typed))
                .findFirst();
    }

    /**
     * "T/L BAN THƯỜNG VỤ" where the holder of this post signs the block by order of the committee;
     * null where the committee signs itself.
     */
    public @Nullable String byOrder(String paper, String block, @Nullable String post) {
        return signatory(paper, block).map(s -> s.orderOf(post)).orElse(null);
    }

    /** A fixed sentence of a paper, such as "introduction.request", if known. */
    public Optional<String> wording(String key) {
        return forms.wordings().stream()
                .filter(w -> w.key().equals(key))
                .map(Forms.Wording::text)
                .findFirst();
    }

    /** As {@link #wording}, or a {@link Refusal}. */
    public String requireWording(String key) {
        return wording(key).orElseThrow(() -> silent("wording"));
    }

    /**
     * A number of working days (keys in {@link Clocks}), counted from the day after with {@link
     * WorkingDays#plus}; empty when the rulebook sets none.
     */
    public OptionalInt days(String key) {
        return norms.clocks().stream()
                .filter(c -> c.key().equals(key))
                .mapToInt(Clocks.WorkingDayClock::days)
                .findFirst();
    }

    /** As {@link #days}, or a {@link Refusal} that names what the rulebook does not say. */
    public int requireDays(String key) {
        return days(key).orElseThrow(() -> silent(key));
    }

    /** As {@link #meetingsPerYear}, or a {@link Refusal}. */
    public int requireMeetingsPerYear() {
        return meetingsPerYear().orElseThrow(() -> silent("meetings_per_year"));
    }

    /** How long a kind of record is kept (keys in {@link Retention}), if the rulebook names it. */
    public Optional<Retention> retention(String key) {
        return norms.retention().stream().filter(r -> r.key().equals(key)).findFirst();
    }

    /** A day of that year (keys in {@link Clocks}), if the rulebook sets it. */
    public Optional<LocalDate> window(String key, int year) {
        return norms.windows().stream()
                .filter(w -> w.key().equals(key))
                .map(w -> w.day().atYear(year))
                .findFirst();
    }

    /** As {@link #window}, or a {@link Refusal}. */
    public LocalDate requireWindow(String key, int year) {
        return window(key, year).orElseThrow(() -> silent(key));
    }

    /** All days of that year by key, in order; empty when the rulebook sets none. */
    public SequencedMap<String, LocalDate> windows(int year) {
        SequencedMap<String, LocalDate> days = new LinkedHashMap<>();
        norms.windows().forEach(w -> days.put(w.key(), w.day().atYear(year)));
        return days;
    }

    /**
     * What the rulebook asks of a member.
     *
     * @param exemptionKey the ground on which the member is exempt, or null
     *     <p>Throws {@link Refusal} for a ground that this rulebook does not know.
     */
    public Standing standing(@Nullable String exemptionKey) {
        if (exemptionKey == null) {
            Norms.Comments comments = norms.comments();
            return new Standing(
                    true,
                    true,
                    duties(),
                    comments != null && comments.yearly(),
                    slip(SlipForm.NORMAL).isPresent() ? SlipForm.NORMAL : null);
        }
        Exemption ground =
                exemption(exemptionKey)
                        .orElseThrow(() -> new Refusal("exemption-unknown", code(), exemptionKey));
        boolean introduced = ground.kind() == ExemptionKind.MEETINGS;
        return new Standing(
                introduced,
                false,
                duties().stream().filter(d -> ground.duties().contains(d.number())).toList(),
                ground.yearlyComment(),
                introduced && slip(SlipForm.EXEMPT).isPresent() ? SlipForm.EXEMPT : null);
    }

    /** Answers that do not belong to the form: criterion key to the unknown option key. */
    public Map<String, String> unknownAnswers(SlipForm form, Map<String, String> answers) {
        Map<String, String> unknown = new LinkedHashMap<>();
        Optional<Slip> slip = slip(form);
        answers.forEach((key, answer) -> {
            if (slip.flatMap(s -> s.criterion(key)).flatMap(c -> c.option(answer)).isEmpty()) {
                unknown.put(key, answer);
            }
        });
        return unknown;
    }

    private Refusal silent(String key) {
        String label = "ruleKey." + key;
        return new Refusal(
                "rulebook-silent", code(), Labels.keys().contains(label) ? Labels.of(label) : key);
    }
}
