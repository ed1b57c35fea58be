package vn.ganbo.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Texts;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;

/**
 * What stands on one paper; kept as JSON beside its bytes. Names come in as they are written in a
 * sentence ("Đảng ủy phường Hoa Ban"); the layout makes the capitals. Fixed sentences are the
 * rulebook's, with {họ tên} and the like to be filled in.
 */
public sealed interface PaperText
        permits IntroductionText,
                AcknowledgementText,
                CommentRequestText,
                CommentSlipText,
                OfficialLetterText,
                WrittenText {

    PaperKind kind();

    /** "09-GGT/ĐU", or null where the form has no "Số". */
    @Nullable String number();

    /** The day in the date line. */
    LocalDate date();

    Issuer issuer();

    /** Whom it is about, or null where it is about nobody. */
    @Nullable Person person();

    /** Who signs it. */
    Signature signature();

    /** Names of people and places on it, which only their bearers may write otherwise. */
    default List<String> names() {
        Person person = person();
        return Stream.of(
                        person == null ? null : person.name(),
                        person == null ? null : person.address(),
                        signature().name())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Whose paper it is, as the head and the signature say.
     *
     * @param superior line one of the head, "Đảng bộ phường Hoa Ban"
     * @param name line two, "Đảng ủy Trường Đại học Sông Ngàn" or "Chi bộ Tổ dân phố 3"
     * @param organ on whose behalf it is signed
     * @param place in the date line, the full name unless the office's setting says otherwise
     */
    record Issuer(String superior, String name, Organ organ, String place) {
        /**
         * The head of a unit's papers.
         *
         * @param above the unit and all above it, nearest first, from {@code Units.above}
         */
        public static Issuer of(List<Unit> above) {
            Unit unit = above.getFirst();
            Unit superior = above.size() > 1 ? above.get(1) : unit;
            Unit seat = commune(above).orElse(above.getLast());
            return new Issuer(
                    superior.name(),
                    unit.committeeName(),
                    Organ.of(unit.kind()),
                    Words.place(seat.name()));
        }
    }

    private static Optional<Unit> commune(List<Unit> above) {
        return above.stream().filter(u -> u.kind() == UnitKind.COMMUNE).findFirst();
    }

    /** "tỉnh Sông Ngàn", or null where the tree does not begin with a province. */
    private static @Nullable String province(List<Unit> above) {
        Unit root = above.getLast();
        return root.kind() == UnitKind.PROVINCE ? Words.area(root.name()) : null;
    }

    /**
     * Where somebody lives, as a paper says it: what was typed, then ward and province where the
     * typed words do not name them. "số 12 đường Bờ Kè, phường Hoa Ban, tỉnh Sông Ngàn".
     *
     * @param typed as it stands in the list, or null
     * @param ward the residence committee and all above it, nearest first
     */
    static String residence(@Nullable String typed, List<Unit> ward) {
        String known = typed == null ? "" : Texts.folded(typed);
        StringBuilder out = new StringBuilder(typed == null ? "" : Words.insideSentence(typed));
        Stream.of(commune(ward).map(u -> Words.area(u.name())), Optional.ofNullable(province(ward)))
                .flatMap(Optional::stream)
                .filter(area -> !known.contains(Texts.folded(area)))
                .forEach(area -> out.append(out.isEmpty() ? "" : ", ").append(area));
        return out.toString();
    }

    /** On whose behalf (T/M) a paper is signed, and the letters after the slash of its number. */
    enum Organ {
        COMMITTEE("ĐẢNG ỦY", "ĐU"),
        CELL("CHI BỘ", "CB");

        private final String words;
        private final String symbol;

        Organ(String words, String symbol) {
            this.words = words;
            this.symbol = symbol;
        }

        /** On whose behalf a unit of this kind signs. */
        public static Organ of(UnitKind kind) {
            return switch (kind) {
                case CELL, GROUP -> CELL;
                case PROVINCE, COMMUNE, GRASSROOTS, SECTION -> COMMITTEE;
            };
        }

        String words() {
            return words;
        }

        String symbol() {
            return symbol;
        }

        /** Where a copy is filed: "Lưu Đảng ủy". */
        String filedAt() {
            return this == COMMITTEE ? "Đảng ủy" : "Chi bộ";
        }

        /** A cell has no seal (DOMAIN.md §6). */
        boolean hasSeal() {
            return this == COMMITTEE;
        }
    }

    /**
     * Kính gửi.
     *
     * @param committee "Đảng ủy phường Hoa Ban"
     * @param province "tỉnh Sông Ngàn", the full name, or null where the tree names none
     * @param cell "Chi bộ Tổ dân phố 3", or null while it is not known
     */
    record Addressee(String committee, @Nullable String province, @Nullable String cell) {
        /**
         * A residence committee and, where it is known, one of its cells.
         *
         * @param ward the committee's unit and all above it, nearest first
         */
        public static Addressee of(List<Unit> ward, @Nullable String cell) {
            return new Addressee(ward.getFirst().committeeName(), PaperText.province(ward), cell);
        }
    }

    /**
     * Whom the paper is about.
     *
     * @param sex "Nam" or "Nữ"
     * @param admitted kết nạp vào Đảng
     * @param official công nhận chính thức
     * @param workCell "Chi bộ Khoa Kỹ thuật, Đảng bộ Trường Đại học Sông Ngàn"
     * @param address with the kind and full names of residential area, commune and province
     */
    record Person(
            String name,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable LocalDate admitted,
            @Nullable LocalDate official,
            String workCell,
            @Nullable String address) {}

    /**
     * Who signs, in the office held on that day.
     *
     * @param post "Bí thư" or "Phó Bí thư"; null leaves room for a pen
     * @param name without titles or degrees; null leaves room for a pen
     * @param byOrder "T/L BAN THƯỜNG VỤ" where that stands above the post, or null for T/M
     */
    record Signature(@Nullable String post, @Nullable String name, @Nullable String byOrder) {
        /** Signs for the whole committee or cell. */
        public Signature(@Nullable String post, @Nullable String name) {
            this(post, name, null);
        }

        /** Whoever signs writes post and name by hand. */
        public static Signature byHand() {
            return new Signature(null, null);
        }
    }
}
