package vn.ganbo.member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.kernel.MemberBlock;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** What the capabilities above know of a person, read in one statement made of their own. */
@Component
public class MemberBlocks {
    private final Db db;
    private final List<MemberBlock<?>> blocks;
    private final JsonMapper json;

    MemberBlocks(Db db, ObjectProvider<MemberBlock<?>> blocks, JsonMapper json) {
        this.db = db;
        this.blocks = blocks.stream().toList();
        this.json =
                json.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    }

    private record Row(int block, UUID member, String columns) {}

    /**
     * The parts of a person's page, in order.
     *
     * @param merged records that were put into this one, whose parts are named as such
     */
    public List<MemberBlock.Block> of(Viewer viewer, UUID member, Collection<UUID> merged) {
        if (blocks.isEmpty()) {
            return List.of();
        }
        List<UUID> all = new ArrayList<>(merged);
        all.addFirst(member);
        List<Row> rows =
                db.list(
                        viewer.scope(),
                        together(blocks),
                        row ->
                                new Row(
                                        row.getInt("block"),
                                        row.getObject("member_id", UUID.class),
                                        row.getString("columns")),
                        "members",
                        all.toArray(UUID[]::new));
        List<MemberBlock.Block> parts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (UUID one : all) {
                part(viewer, i, one, rows)
                        .map(part ->
                                one.equals(member)
                                        ? part
                                        : part.titled(part.title() + " (hồ sơ đã gộp)"))
                        .ifPresent(parts::add);
            }
        }
        parts.sort(Comparator.comparingInt(MemberBlock.Block::order));
        return parts;
    }

    private Optional<MemberBlock.Block> part(Viewer viewer, int i, UUID member, List<Row> rows) {
        return part(
                viewer,
                blocks.get(i),
                rows.stream()
                        .filter(row -> row.block() == i && row.member().equals(member))
                        .toList());
    }

    private <T> Optional<MemberBlock.Block> part(
            Viewer viewer, MemberBlock<T> block, List<Row> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : block.of(
                        viewer,
                        rows.stream()
                                .map(row -> json.readValue(row.columns(), block.row()))
                                .toList());
    }

    private static Sql together(List<MemberBlock<?>> blocks) {
        List<String> parts = new ArrayList<>();
        for (MemberBlock<?> block : blocks) {
            parts.add(
                    "select "
                            + parts.size()
                            + " as block, row_number() over () as place, x.member_id,"
                            + " to_jsonb(x)::text as columns from ("
                            + block.statement().text()
                            + ") x");
        }
        return new Sql(String.join(" union all ", parts) + " order by block, place");
    }
}
