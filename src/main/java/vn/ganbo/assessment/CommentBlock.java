package vn.ganbo.assessment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** The part "Nhận xét của nơi cư trú" of a member's page. */
@Component
class CommentBlock implements MemberBlock<CommentGlances.Glance> {
    @Override
    public Sql statement() {
        return CommentGlances.OF_MEMBERS;
    }

    @Override
    public Class<CommentGlances.Glance> row() {
        return CommentGlances.Glance.class;
    }

    @Override
    public Optional<Block> of(Viewer viewer, List<CommentGlances.Glance> rows) {
        List<Line> lines =
                rows.stream()
                        .map(glance ->
                                new Line(
                                        "Năm " + glance.year(),
                                        glance.spoken(),
                                        glance.tone(),
                                        viewer.is(Role.ADMINISTRATOR, Role.GROUP_LEADER)
                                                ? null
                                                : "/comments/" + glance.id()))
                        .toList();
        return Optional.of(new Block(30, "Nhận xét của nơi cư trú", lines));
    }
}
