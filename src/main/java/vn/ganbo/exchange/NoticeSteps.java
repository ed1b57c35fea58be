package vn.ganbo.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ganbo.kernel.Show;
import vn.ganbo.web.Step;

/** The way of a notice, with what is done and what comes next. */
final class NoticeSteps {
    private NoticeSteps() {}

    /**
     * The steps in order.
     *
     * @param late working days by which an answer is overdue; 0 when it is not
     */
    static List<Step> of(Notice notice, int late, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        boolean dropped = notice.state() == NoticeState.DROPPED;
        boolean sent = notice.sentOn() != null;
        steps.add(Step.done("Soạn", notice.byProgram() ? "chương trình soạn sẵn" : null));
        if (notice.kind().heardFirst()) {
            steps.add(hearing(notice, sent));
        }
        if (dropped) {
            steps.add(Step.stopped("Đã bỏ", null));
            return steps;
        }
        steps.add(
                sent
                        ? Step.done(
                                "Ký và gửi", Show.date(notice.sentOn()) + ", " + notice.signedBy())
                        : notice.kind().heardFirst() && !notice.heardOrPassed(today)
                                ? Step.later("Ký và gửi", null)
                                : Step.now("Ký và gửi", null));
        steps.add(
                notice.receivedOn() != null
                        ? Step.done("Bên kia nhận", Show.date(notice.receivedOn()))
                        : sent ? Step.now("Bên kia nhận", null) : Step.later("Bên kia nhận", null));
        steps.add(answering(notice, late));
        return steps;
    }

    private static Step hearing(Notice notice, boolean sent) {
        if (notice.heardOn() != null) {
            return Step.done("Đảng viên trình bày", Show.date(notice.heardOn()));
        }
        String until =
                notice.hearUntil() == null ? null : "đến hết " + Show.date(notice.hearUntil());
        return sent
                ? Step.done("Đảng viên trình bày", "đã mời " + until + ", chưa có ý kiến")
                : Step.now("Đảng viên trình bày", until);
    }

    private static Step answering(Notice notice, int late) {
        if (notice.answeredOn() != null) {
            return Step.done("Trả lời", Show.date(notice.answeredOn()));
        }
        if (notice.dueOn() == null) {
            return Step.later("Trả lời", null);
        }
        String due = "hạn " + Show.date(notice.dueOn());
        String detail = late > 0 ? due + ", quá " + late + " ngày làm việc" : due;
        return notice.receivedOn() == null
                ? Step.later("Trả lời", detail)
                : Step.now("Trả lời", detail);
    }
}
