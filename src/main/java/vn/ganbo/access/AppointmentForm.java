package vn.ganbo.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Texts;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Unit;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.UnitSide;
import vn.ganbo.organisation.Units;
import vn.ganbo.web.Days;
import vn.ganbo.web.Typed;

/** Reads the form that gives somebody an office. */
final class AppointmentForm {
    /** Longest name of a person or of an office. */
    private static final int NAME = 200;

    private AppointmentForm() {}

    /** What may be kept: exactly one of person, member and a new name. */
    record Checked(
            @Nullable UUID person,
            @Nullable UUID member,
            String fullName,
            Role role,
            Unit unit,
            String title,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** Throws {@link Problems}. */
    static Checked check(Typed typed, Viewer viewer, Units units, LocalDate today) {
        Problems.Gatherer problems = new Problems.Gatherer();
        @Nullable UUID person = id(typed.get("person"));
        @Nullable UUID member = id(typed.get("member"));
        String fullName = Texts.clean(typed.or("fullName", ""));
        if (person == null && member == null && fullName.length() < 2) {
            problems.add(
                    "fullName",
                    "Cần chọn người, hoặc ghi họ và tên người chưa có trong danh sách.");
        }
        problems.atMost("fullName", fullName, NAME);
        @Nullable Role role = role(typed.get("role"));
        if (role == null) {
            problems.add("role", "Cần chọn vai trò.");
        } else if (role == Role.MEMBER && member == null) {
            problems.add(
                    "role", "Vai trò Đảng viên chỉ giao cho người có trong danh sách đảng viên.");
        }
        Optional<Unit> unit =
                units.byCode(viewer.scope(), Texts.clean(typed.or("unit", "")), today)
                        .filter(u -> viewer.scope().sees(u.no()));
        if (unit.isEmpty()) {
            problems.add(
                    "unit",
                    "Cần ghi mã của một tổ chức thuộc phạm vi quản trị; chọn trong danh sách gợi ý.");
        } else if (role != null && !fits(role, unit.get())) {
            problems.add("unit", Labels.of(role) + " không giao ở " + unit.get().name() + " được.");
        }
        LocalDate since = Days.read(typed.or("since", "")).orElse(null);
        if (since == null) {
            problems.add("since", "Cần ghi ngày bắt đầu, ví dụ: 01/07/2026.");
        }
        LocalDate until = Days.read(typed.or("until", "")).orElse(null);
        if (until == null && !typed.or("until", "").isBlank()) {
            problems.add(
                    "until", "Ngày này không có trên lịch; ghi như 30/06/2030, hoặc để trống.");
        }
        if (since != null && until != null && until.isBefore(since)) {
            problems.add("until", "Ngày kết thúc phải từ ngày bắt đầu trở đi.");
        }
        String title = Texts.clean(typed.or("title", ""));
        problems.atMost("title", title, NAME);
        problems.check();
        Role checked = java.util.Objects.requireNonNull(role);
        return new Checked(
                person,
                member,
                fullName,
                checked,
                unit.orElseThrow(),
                title.isEmpty() ? Labels.of(checked) : title,
                java.util.Objects.requireNonNull(since),
                until);
    }

    /** Which roles go with which side and level of the tree. */
    static boolean fits(Role role, Unit unit) {
        return switch (role) {
            case WORKPLACE_OFFICE -> unit.side() == UnitSide.WORKPLACE;
            case WORKPLACE_CELL_SECRETARY ->
                    unit.side() == UnitSide.WORKPLACE && unit.kind() == UnitKind.CELL;
            case RESIDENCE_OFFICE ->
                    unit.side() == UnitSide.RESIDENCE && unit.kind() == UnitKind.COMMUNE;
            case RESIDENCE_CELL_SECRETARY, COMMITTEE_MEMBER_IN_CHARGE ->
                    unit.side() == UnitSide.RESIDENCE && unit.kind() == UnitKind.CELL;
            case GROUP_LEADER -> unit.kind() == UnitKind.GROUP;
            case MEMBER, ANALYST, ADMINISTRATOR, AUDITOR -> true;
        };
    }

    private static @Nullable Role role(@Nullable String typed) {
        for (Role role : Role.values()) {
            if (role.name().equals(typed)) {
                return role;
            }
        }
        return null;
    }

    private static @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
