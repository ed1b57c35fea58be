package vn.ganbo.away;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.World;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.regulation.LeaveExtent;

/** A residential cell with members of its own, who go away to work. */
final class AwayWorld {
    final World world = new World();
    final Viewer secretary = world.cellSecretary();
    final Viewer ward = world.wardOffice();

    /** A member whose Party life is in the residential cell itself. */
    UUID member(String fullName) {
        UUID id = world.member(fullName);
        World.run("update member.member set work_no = ? where id = ?", world.cell1, id);
        World.run("update member.placement set unit_no = ? where member_id = ?", world.cell1, id);
        return id;
    }

    Viewer self(UUID member) {
        return world.memberViewer(member);
    }

    static AwayApplications.Wish wish(
            String ground, LeaveExtent extent, LocalDate since, @Nullable LocalDate until) {
        return new AwayApplications.Wish(
                ground,
                extent,
                "Phường Bình Thử, Đồng Nai",
                "Công nhân may",
                "0900000001",
                "",
                since,
                until,
                null);
    }
}
