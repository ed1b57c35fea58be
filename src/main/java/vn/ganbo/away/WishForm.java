package vn.ganbo.away;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.away.AwayApplications.Wish;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Texts;
import vn.ganbo.regulation.AwayBook;
import vn.ganbo.regulation.LeaveDecider;
import vn.ganbo.regulation.LeaveExtent;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Typed;

/** The fields of an application: what may be chosen, what stands there, what was typed. */
record WishForm(
        List<Choice> grounds,
        List<Choice> extents,
        String ground,
        @Nullable LeaveExtent extent,
        String place,
        String work,
        String phone,
        String email,
        @Nullable LocalDate since,
        @Nullable UUID follows,
        Typed typed) {

    /** An empty one. */
    static WishForm of(AwayBook book, Typed typed) {
        return new WishForm(
                grounds(book),
                Choice.all(LeaveExtent.values()),
                "",
                null,
                "",
                "",
                "",
                "",
                null,
                null,
                typed);
    }

    /** One that goes on where another ends. */
    static WishForm renewing(AwayBook book, AwayApplication old, Typed typed) {
        LocalDate last = old.until();
        return new WishForm(
                grounds(book),
                Choice.all(LeaveExtent.values()),
                old.ground(),
                old.extent(),
                old.place(),
                text(old.work()),
                text(old.phone()),
                text(old.email()),
                last == null ? null : last.plusDays(1),
                old.id(),
                typed);
    }

    private static List<Choice> grounds(AwayBook book) {
        List<Choice> out = new ArrayList<>();
        for (AwayBook.Ground ground : book.grounds()) {
            String who =
                    ground.decidedBy() == LeaveDecider.CELL
                            ? "Chi bộ quyết định"
                            : "Cấp ủy cấp trên quyết định";
            Integer months = ground.longestMonths();
            String time = months == null ? "" : ", mỗi lần không quá %d tháng".formatted(months);
            out.add(
                    Choice.of(ground.key(), ground.label())
                            .withHint("%s%s. %s.".formatted(who, time, ground.paper())));
        }
        return out;
    }

    /**
     * What was typed; everything that is missing, is no day or goes against the ground is a
     * problem.
     *
     * @param follows the application that it renews, or null
     */
    static Wish read(
            Typed typed, AwayBook book, @Nullable UUID follows, Problems.Gatherer problems) {
        LocalDate since = typed.day("since", "Ghi ngày bắt đầu.", problems);
        LocalDate until = typed.day("until", null, problems);
        LeaveExtent extent =
                Arrays.stream(LeaveExtent.values())
                        .filter(one -> one.name().equals(typed.or("extent", "")))
                        .findFirst()
                        .orElse(null);
        if (extent == null) {
            problems.add("extent", "Chọn giảm hoặc miễn.");
        }
        Optional<AwayBook.Ground> ground = book.ground(typed.or("ground", ""));
        Wish wish =
                new Wish(
                        typed.or("ground", ""),
                        extent != null ? extent : allowed(ground),
                        Texts.clean(typed.or("place", "")),
                        Texts.clean(typed.or("work", "")),
                        Texts.clean(typed.or("phone", "")),
                        Texts.clean(typed.or("email", "")),
                        since == null ? LocalDate.EPOCH : since,
                        until,
                        follows);
        if (!problems.isEmpty()) {
            AwayApplications.look(ground, wish, problems);
            if (since != null) {
                ground.ifPresent(known -> AwayApplications.limits(known, wish, problems));
            }
        }
        return wish;
    }

    /** One that brings no further problem where none was chosen. */
    private static LeaveExtent allowed(Optional<AwayBook.Ground> ground) {
        return ground.flatMap(known -> known.extents().stream().findFirst())
                .orElse(LeaveExtent.FULL);
    }

    /** The id in a field, or null. */
    static @Nullable UUID id(Typed typed, String field) {
        try {
            return UUID.fromString(typed.or(field, ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** "Giảm …" or "Miễn …" with the ground. */
    static String what(AwayApplication of, AwayBook book) {
        return Labels.of(of.extent()) + ": " + book.name(of.ground());
    }
}
