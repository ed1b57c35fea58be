package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Phiếu nhận xét (Form C1, or C2 for members exempt from meetings): criteria and options are the
 * rulebook's.
 *
 * @param area the residential area whose Front work committee was met, "Tổ dân phố 3"
 * @param speaker who states the comment: "Chi ủy Chi bộ Tổ dân phố 3", or where a cell has no
 *     committee "Bí thư Chi bộ Tổ dân phố 3"
 * @param form title and fixed sentences of the form
 * @param other nhận xét khác, or null
 * @param confirmingCommittee "Đảng ủy phường Hoa Ban"
 * @param confirmation of that committee, or null while it has not confirmed: the form then has room
 *     for a pen
 * @param answers what the slip answers, for a machine and not printed; null on papers kept before
 *     it was there
 */
public record CommentSlipText(
        Issuer issuer,
        LocalDate date,
        Form form,
        String area,
        String speaker,
        Person person,
        List<Criterion> criteria,
        @Nullable String other,
        Signature signature,
        String confirmingCommittee,
        @Nullable Confirmation confirmation,
        @Nullable Answers answers)
        implements PaperText {

    public CommentSlipText {
        criteria = List.copyOf(criteria);
    }

    /** Without what is not printed. */
    public CommentSlipText(
            Issuer issuer,
            LocalDate date,
            Form form,
            String area,
            String speaker,
            Person person,
            List<Criterion> criteria,
            @Nullable String other,
            Signature signature,
            String confirmingCommittee,
            @Nullable Confirmation confirmation) {
        this(
                issuer,
                date,
                form,
                area,
                speaker,
                person,
                criteria,
                other,
                signature,
                confirmingCommittee,
                confirmation,
                null);
    }

    /** The same, with what it answers. */
    public CommentSlipText answering(Answers to) {
        return new CommentSlipText(
                issuer,
                date,
                form,
                area,
                speaker,
                person,
                criteria,
                other,
                signature,
                confirmingCommittee,
                confirmation,
                to);
    }

    /**
     * What a slip answers.
     *
     * @param year the year that is commented on
     * @param number of the request, or null where nobody asked
     * @param date of the request, or null
     */
    public record Answers(int year, @Nullable String number, @Nullable LocalDate date) {}

    /**
     * What the form says in its own words.
     *
     * @param opening with {chi ủy}, {khu dân cư} and {họ tên}, without a colon
     * @param otherNo number of the free line
     * @param otherLabel "Nhận xét khác"
     */
    public record Form(
            String title, String subtitle, String opening, int otherNo, String otherLabel) {}

    /**
     * One line of the form. Refuses a choice that is none of its options.
     *
     * @param chosen the option ticked, or null for an empty form
     */
    public record Criterion(int no, String text, List<String> options, @Nullable String chosen) {
        public Criterion {
            options = List.copyOf(options);
            if (chosen != null && !options.contains(chosen)) {
                throw new IllegalArgumentException("no option of criterion " + no);
            }
        }
    }

    /** Xác nhận of the commune's committee. */
    public record Confirmation(LocalDate date, Signature signature) {}

    @Override
    public List<String> names() {
        return Stream.of(
                        person.name(),
                        person.address(),
                        signature.name(),
                        confirmation == null ? null : confirmation.signature().name())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    @Override
    public PaperKind kind() {
        return PaperKind.COMMENT_SLIP;
    }

    @Override
    public @Nullable String number() {
        return null;
    }

    /** How many columns the options need. */
    int columns() {
        return criteria.stream().mapToInt(c -> c.options().size()).max().orElse(1);
    }
}
