package vn.ganbo.transfer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ganbo.database.Db;
import vn.ganbo.database.PortalTable;
import vn.ganbo.kernel.Facts;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.PortalFiles;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Viewer;

/** Letters of transfers with the code of their file on the national portal. */
@Component
class TransferLetterFiles implements PortalFiles {
    private static final String SEEN =
            """
             and ((t.from_no between :low and :high and t.from_no <@ :scope::int4multirange)
                  or (t.to_no between :low and :high and t.to_no <@ :scope::int4multirange))
            """;

    private static final String LINES =
            """
            select t.id, t.number, t.issued_on as on_day, f.name as issuer, t.full_name, t.to_name as "to",
                   t.portal_file_code as code, '/transfers/' || t.id as link, count(*) over () as total
              from transfer.transfer t
              join organisation.published_unit f on f.no = t.from_no and f.valid @> :today::date
             where t.number is not null
               and t.state <> 'CANCELLED'
            """
                    + SEEN;

    static final Sql LIST =
            Sql.of(
                    LINES
                            + """
                               and (t.folded like :name or lower(t.number) like :sign
                                    or lower(coalesce(t.portal_file_code, '')) like :sign)
                               and (not :missing or t.portal_file_code is null)
                             order by t.issued_on desc, length(t.number) desc, t.number desc, t.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql MATCHING =
            Sql.of(
                    LINES
                            + """
                               and (lower(t.number) = any (:numbers::text[])
                                    or lower(t.portal_file_code) = any (:codes::text[]))
                            """);

    static final Sql KEEP =
            Sql.of(
                    """
                    update transfer.transfer t
                       set portal_file_code = x.code
                      from unnest(:ids::uuid[], :codes::text[]) as x (id, code)
                     where t.id = x.id
                    """
                            + SEEN
                            + " returning t.member_id");

    private final PortalTable table;
    private final Facts facts;

    TransferLetterFiles(Db db, Facts facts) {
        this.table = new PortalTable(db, LIST, MATCHING, KEEP);
        this.facts = facts;
    }

    @Override
    public String procedure() {
        return "party-transfers";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public List<Line> list(Viewer viewer, Ask ask) {
        return table.list(viewer, ask);
    }

    @Override
    public List<Line> matching(
            Viewer viewer, Collection<String> numbers, Collection<String> codes) {
        return table.matching(viewer, numbers, codes);
    }

    @Override
    @Transactional
    public void keep(Viewer viewer, Map<UUID, @Nullable String> codes) {
        List<UUID> people = table.keep(viewer, codes);

        facts.tell(
                viewer,
                new TransferFacts.PortalCodesKept(
                        codes.size() == 1 ? codes.keySet().iterator().next() : Ids.next(), people));
    }
}
