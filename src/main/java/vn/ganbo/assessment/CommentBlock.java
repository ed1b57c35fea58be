package vn.ganbo.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Viewer;

/** The part "Nhận xét của nơi cư trú" of a member's page. */
@Component
class CommentBlock implements MemberBlock {
    private final CommentGlances glances;

    CommentBlock(CommentGlances glances) {
        this.glances = glances;
    }

    @Override
    public Optional<Block> of(Viewer viewer, UUID member) {
        List<Line> lines =
                glances.of(viewer.scope(), List.of(member), null).stream()
                        .map(glance ->
                                new Line(
                                        "Năm " + glance.year(),
                                        glance.spoken(),
                                        glance.tone(),
                                        viewer.is(Role.ADMINISTRATOR, Role.GROUP_LEADER)
                                                ? null
                                                : "/comments/" + glance.id()))
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block(30, "Nhận xét của nơi cư trú", lines));
    }
}
