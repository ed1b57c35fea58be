package vn.ganbo.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phiếu báo tiếp nhận: the residence committee tells the workplace that it has taken the member
 * over. The letter stays, this goes back.
 *
 * @param date of the paper
 * @param toCommittee the committee that introduced, "Đảng ủy Trường Đại học Sông Ngàn"
 * @param letterNumber the number of the letter it answers
 * @param acknowledgedOn the day of tiếp nhận
 * @param cell "Chi bộ Tổ dân phố 3", or null while the member is not placed
 * @param contact whom to turn to and when to come, or null while nothing is known of it
 */
public record AcknowledgementText(
        Issuer issuer,
        LocalDate date,
        String toCommittee,
        String letterNumber,
        LocalDate letterDate,
        Person person,
        LocalDate acknowledgedOn,
        @Nullable String cell,
        @Nullable Contact contact,
        Signature signature)
        implements PaperText {

    /**
     * Whom the member and the workplace turn to, and when the member is expected.
     *
     * @param inCharge the committee member in charge
     * @param phone of the one in charge
     * @param nextMeeting "19 giờ 30, thứ Năm, 20/05/2027, tại Nhà văn hóa"
     */
    public record Contact(
            @Nullable String inCharge, @Nullable String phone, @Nullable String nextMeeting) {
        /** What is known as one paragraph, or null where nothing is. */
        public static @Nullable Contact of(
                @Nullable String inCharge, @Nullable String phone, @Nullable String nextMeeting) {
            return inCharge == null && phone == null && nextMeeting == null
                    ? null
                    : new Contact(inCharge, phone, nextMeeting);
        }

        /** "Chi ủy viên phụ trách: Vi Thị Mai, điện thoại 0912 345 678. Cuộc họp sắp tới: …" */
        public String words() {
            List<String> who = new ArrayList<>();
            if (inCharge != null) {
                who.add("Chi ủy viên phụ trách: " + inCharge);
            }
            if (phone != null) {
                who.add((who.isEmpty() ? "Điện thoại " : "điện thoại ") + phone);
            }
            List<String> sentences = new ArrayList<>();
            if (!who.isEmpty()) {
                sentences.add(String.join(", ", who));
            }
            if (nextMeeting != null) {
                sentences.add("Cuộc họp sắp tới: " + nextMeeting);
            }
            return String.join(". ", sentences);
        }
    }

    @Override
    public PaperKind kind() {
        return PaperKind.ACKNOWLEDGEMENT;
    }

    @Override
    public @Nullable String number() {
        return null;
    }
}
