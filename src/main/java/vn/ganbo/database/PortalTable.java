package vn.ganbo.database;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.PortalFiles;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/**
 * Runs the statements with which a capability offers the file codes of its papers to the portal.
 *
 * @param list newest first, by :name, :sign, :missing, :size, :skip
 * @param matching by :numbers and :codes, in small letters
 * @param keep of :ids the :codes, returning member_id
 */
public record PortalTable(Db db, Sql list, Sql matching, Sql keep) {
    /** See {@link PortalFiles#list}. */
    public List<PortalFiles.Line> list(Viewer viewer, PortalFiles.Ask ask) {
        return db.list(
                viewer.scope(),
                list,
                PortalFiles.Line.class,
                "name",
                ask.name(),
                "sign",
                ask.sign(),
                "missing",
                ask.missing(),
                "size",
                ask.size(),
                "skip",
                ask.skip());
    }

    /** See {@link PortalFiles#matching}. */
    public List<PortalFiles.Line> matching(
            Viewer viewer, Collection<String> numbers, Collection<String> codes) {
        return db.list(
                viewer.scope(),
                matching,
                PortalFiles.Line.class,
                "numbers",
                numbers.toArray(String[]::new),
                "codes",
                codes.toArray(String[]::new));
    }

    /**
     * Keeps these codes.
     *
     * @return whom the papers are about
     * @throws NotFound when one of them is not the viewer's
     */
    public List<UUID> keep(Viewer viewer, Map<UUID, @Nullable String> codes) {
        List<UUID> ids = List.copyOf(codes.keySet());
        @Nullable String[] kept = new @Nullable String[ids.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = codes.get(ids.get(i));
        }
        List<UUID> people =
                db.list(
                        viewer.scope(),
                        keep,
                        row -> row.getObject("member_id", UUID.class),
                        "ids",
                        ids.toArray(UUID[]::new),
                        "codes",
                        kept);
        if (people.size() != ids.size()) {
            throw new NotFound();
        }
        return people;
    }
}
