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
    static Optional<String[]> refusal(Known known, MemberImportRow row, MemberImportUnits units) {
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
        if (known.row().unitNo() != row.unitNo()) {
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

    /** The member as wanted. */
    static Wanted over(Known known, MemberImportRow row) {
        MemberImportRow old = known.row();
        MemberImportRow merged =
                new MemberImportRow(
                        row.row(),
                        row.fullName(),
                        birth(old.birth(), row.birth()),
                        or(row, old, MemberImportRow::sex),
                        or(row, old, MemberImportRow::ethnicity),
                        old.cardNo(),
                        or(row, old, MemberImportRow::admitted),
                        or(row, old, MemberImportRow::official),
                        or(row, old, MemberImportRow::post),
                        old.unitNo(),
                        or(row, old, MemberImportRow::address),
                        or(row, old, MemberImportRow::commune),
                        or(row, old, MemberImportRow::wishCode),
                        or(row, old, MemberImportRow::phone),
                        or(row, old, MemberImportRow::expertise),
                        known.exempt() ? null : row.exempt(),
                        row.review());
        boolean becomesOfficial =
                known.status().equals(MemberStatus.PROBATIONARY.name())
                        && merged.official() != null;
        return new Wanted(
                known.id(),
                known.version(),
                merged,
                becomesOfficial ? MemberStatus.OFFICIAL.name() : known.status());
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

    static boolean otherEthnicity(Known known, Wanted wanted) {
        return !Objects.equals(known.row().ethnicity(), wanted.row().ethnicity());
    }

    private static MemberImportRow bare(MemberImportRow row) {
        return new MemberImportRow(
                0,
                row.fullName(),
                row.birth(),
                row.sex(),
                null,
                row.cardNo(),
                row.admitted(),
                row.official(),
                row.post(),
                row.unitNo(),
                row.address(),
                row.commune(),
                row.wishCode(),
                row.phone(),
                row.expertise(),
                null,
                row.review());
    }

    private static <T extends @Nullable Object> T or(
            MemberImportRow row, MemberImportRow old, Function<MemberImportRow, T> part) {
        T value = part.apply(row);
        return value == null ? part.apply(old) : value;
    }
}
