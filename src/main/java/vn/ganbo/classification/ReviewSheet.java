package vn.ganbo.classification;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ganbo.classification.SelfReviewStore.Review;
import vn.ganbo.kernel.Labels;
import vn.ganbo.regulation.ClassificationBook.Line;
import vn.ganbo.regulation.ClassificationBook.SelfReviewPaper;
import vn.ganbo.regulation.PointGroup;

/** A self-review beside its form, for the member's page and for the cell's. */
record ReviewSheet(Review review, SelfReviewPaper form) {

    List<Line> lines(PointGroup group) {
        return form.lines().stream().filter(line -> line.group() == group).toList();
    }

    /** The hint that all sections have, or null where they differ: it is read once. */
    @Nullable String commonHint() {
        String first = form.sections().getFirst().hint();
        return form.sections().stream().allMatch(one -> Objects.equals(one.hint(), first))
                ? first
                : null;
    }

    @Nullable String answer(String section) {
        return review.written().answers().get(section);
    }

    @Nullable Integer points(String line) {
        return review.written().points().get(line);
    }

    int sum(PointGroup group) {
        return form.sum(group, review.written().points());
    }

    int total() {
        return sum(PointGroup.COMMON) + sum(PointGroup.TASKS);
    }

    /** "26/30 điểm tiêu chí chung, 60/70 điểm kết quả, tổng 86/100". */
    String totals() {
        return "%d/30 tiêu chí chung + %d/70 kết quả = %d/100 điểm"
                .formatted(sum(PointGroup.COMMON), sum(PointGroup.TASKS), total());
    }

    String selfLevel() {
        var level = review.written().level();
        return level == null ? "chưa chọn" : Labels.of(level);
    }
}
