package vn.ganbo.member;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.PartialDate;
import vn.ganbo.kernel.Texts;
import vn.ganbo.member.MemberImportStore.Known;
import vn.ganbo.member.MemberImportStore.Wanted;

/** Puts a row of a list over a member that is known: an empty cell takes nothing away. */
final class MemberImportMerge {
    private MemberImportMerge() {}

    /** Why the row cannot be this member's, as column and sentence; empty when it can. */
    static Optional<String[]> refusal(
            Known known, MemberImportRow row, boolean namesCell, MemberImportUnits units) {
        boolean otherName =
                !Texts.folded(known.row().fullName()).equals(Texts.folded(row.fullName()));
        boolean otherBirth =
                known.row().birth() != null
                        && row.birth() != null
                        && known.row().birth().date().getYear() != row.birth().date().getYear();
        if (otherName && otherBirth) {
            return Optional.of(
                    new String[] {
                        "card",
                        "Số thẻ này trong chương trình là của người khác (khác cả họ tên và năm sinh)."
                                + " Kiểm tra lại số thẻ."
                    });
        }
        if (namesCell && known.row().unitNo() != row.unitNo()) {
            return Optional.of(
                    new String[] {
                        "cell",
                        "Đảng viên này đang sinh hoạt ở "
                                + units.name(known.row().unitNo())
                                + ". Danh sách không chuyển sinh hoạt đảng được: ghi lại mã chi bộ ấy,"
                                + " hoặc làm thủ tục chuyển trước."
                    });
        }
        return Optional.empty();
    }

    /**
     * The member as wanted. A row that says nothing new leaves also what is to be looked at again.
     */
    static Wanted over(Known known, MemberImportRow row) {
        MemberImportRow old = known.row();
        MemberImportRow merged =
                new MemberImportRow(
                        row.row(),
                        name(old.fullName(), row.fullName()),
                        birth(old.birth(), row.birth()),
                        given(row, old, MemberImportRow::sex),
                        given(row, old, MemberImportRow::ethnicity),
                        old.cardNo(),
                        given(row, old, MemberImportRow::fileNo),
                        given(row, old, MemberImportRow::admitted),
                        given(row, old, MemberImportRow::official),
                        given(row, old, MemberImportRow::occupation),
                        given(row, old, MemberImportRow::post),
                        old.unitNo(),
                        given(row, old, MemberImportRow::address),
                        given(row, old, MemberImportRow::commune),
                        given(row, old, MemberImportRow::wishCode),
                        given(row, old, MemberImportRow::phone),
                        given(row, old, MemberImportRow::expertise),
                        known.exempt() ? null : row.exempt(),
                        row.review(),
                        row.entry());
        if (bare(merged).equals(bare(withReview(old, row.review())))) {
            merged = withReview(merged, old.review());
        }
        boolean becomesOfficial =
                known.status().equals(MemberStatus.PROBATIONARY.name())
                        && merged.official() != null;
        return new Wanted(
                known.id(),
                known.version(),
                merged,
                becomesOfficial ? MemberStatus.OFFICIAL.name() : known.status());
    }

    /**
     * The member as a register has it: that fills gaps and takes nothing away.
     *
     * @param fresh whether the row also brings an entry that the register lacks; otherwise, with
     *     nothing new, what is to be looked at again stays as it is
     */
    static Wanted under(Known known, MemberImportRow row, boolean fresh) {
        MemberImportRow old = known.row();
        boolean told = row.review() == null || Objects.equals(old.review(), row.review());
        MemberImportRow merged =
                new MemberImportRow(
                        row.row(),
                        old.fullName(),
                        old.birth() == null ? row.birth() : old.birth(),
                        given(old, row, MemberImportRow::sex),
                        old.ethnicity(),
                        old.cardNo(),
                        old.fileNo(),
                        given(old, row, MemberImportRow::admitted),
                        given(old, row, MemberImportRow::official),
                        old.occupation(),
                        old.post(),
                        old.unitNo(),
                        given(old, row, MemberImportRow::address),
                        old.commune(),
                        old.wishCode(),
                        given(old, row, MemberImportRow::phone),
                        old.expertise(),
                        null,
                        told ? old.review() : row.review(),
                        row.entry());
        if (!fresh && bare(withReview(merged, null)).equals(bare(withReview(old, null)))) {
            merged = withReview(merged, old.review());
        }
        return new Wanted(known.id(), known.version(), merged, known.status());
    }

    /**
     * Whether a row of a register, which names no card, may be about this member: same name, and of
     * birth and admission what both know is the same; of only one of them it takes the workplace or
     * the phone besides.
     */
    static boolean mayBe(Known known, MemberImportRow row, MemberImportUnits units) {
        MemberImportRow old = known.row();
        int same = 0;
        if (old.admitted() != null && row.admitted() != null) {
            if (!old.admitted().equals(row.admitted())) {
                return false;
            }
            same++;
        }
        if (old.birth() != null && row.birth() != null) {
            if (!alike(old.birth(), row.birth())) {
                return false;
            }
            same++;
        }
        MemberImportRow.Entry entry = row.entry();
        boolean there = entry != null && units.isWithin(old.unitNo(), entry.from());
        boolean phone = old.phone() != null && old.phone().equals(row.phone());
        return same == 2 || (same == 1 && (there || phone));
    }

    /**
     * Whether a row of a workplace's list that names no card may be about this member of the same
     * name: born alike, or of the same cell where one of the births is not known.
     */
    static boolean looksLike(Known known, MemberImportRow row) {
        PartialDate was = known.row().birth();
        PartialDate is = row.birth();
        if (was == null || is == null) {
            return known.row().unitNo() == row.unitNo();
        }
        return alike(was, is);
    }

    static boolean sameDay(Known known, MemberImportRow row) {
        PartialDate was = known.row().birth();
        return was != null
                && was.precision() == PartialDate.Precision.DAY
                && was.equals(row.birth());
    }

    private static boolean alike(PartialDate a, PartialDate b) {
        boolean days =
                a.precision() == PartialDate.Precision.DAY
                        && b.precision() == PartialDate.Precision.DAY;
        return days ? a.date().equals(b.date()) : a.date().getYear() == b.date().getYear();
    }

    /** The import writes capitals its own way; that alone is no change. */
    private static String name(String old, String now) {
        return old.equals(now) || !MemberImportNames.proper(old).equals(now) ? now : old;
    }

    private static MemberImportRow withReview(MemberImportRow row, @Nullable String review) {
        return new MemberImportRow(
                row.row(),
                row.fullName(),
                row.birth(),
                row.sex(),
                row.ethnicity(),
                row.cardNo(),
                row.fileNo(),
                row.admitted(),
                row.official(),
                row.occupation(),
                row.post(),
                row.unitNo(),
                row.address(),
                row.commune(),
                row.wishCode(),
                row.phone(),
                row.expertise(),
                row.exempt(),
                review,
                row.entry());
    }

    /** A list that knows less of the same year takes no precision away. */
    private static @Nullable PartialDate birth(
            @Nullable PartialDate old, @Nullable PartialDate now) {
        if (old == null || now == null) {
            return now == null ? old : now;
        }
        boolean coarser = now.precision().compareTo(old.precision()) > 0;
        return coarser && now.date().getYear() == old.date().getYear() ? old : now;
    }

    /** Whether anything of the member's own row differs. */
    static boolean differs(Known known, Wanted wanted) {
        return !known.status().equals(wanted.status())
                || !bare(known.row()).equals(bare(wanted.row()));
    }

    /** Whether anything differs of what only the workplace keeps. */
    static boolean differsAtWork(Known known, Wanted wanted) {
        return !Objects.equals(known.row().ethnicity(), wanted.row().ethnicity())
                || !Objects.equals(known.row().fileNo(), wanted.row().fileNo());
    }

    private static MemberImportRow bare(MemberImportRow row) {
        return new MemberImportRow(
                0,
                row.fullName(),
                row.birth(),
                row.sex(),
                null,
                row.cardNo(),
                null,
                row.admitted(),
                row.official(),
                row.occupation(),
                row.post(),
                row.unitNo(),
                row.address(),
                row.commune(),
                row.wishCode(),
                row.phone(),
                row.expertise(),
                null,
                row.review(),
                null);
    }

    private static <T extends @Nullable Object> T given(
            MemberImportRow first, MemberImportRow second, Function<MemberImportRow, T> part) {
        T value = part.apply(first);
        return value == null ? part.apply(second) : value;
    }
}
