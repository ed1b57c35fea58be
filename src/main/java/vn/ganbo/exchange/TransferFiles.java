package vn.ganbo.exchange;

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

/** Notices of a transfer with the code of its file on the national portal. */
@Component
class TransferFiles implements PortalFiles {
    private static final String SEEN =
            """
             and ((n.work_no between :low and :high and n.work_no <@ :scope::int4multirange)
                  or (n.res_no between :low and :high and n.res_no <@ :scope::int4multirange))
            """;

    private static final String LINES =
            """
            select n.id, n.number, n.sent_on as on_day, f.name as issuer, n.full_name, t.name as "to",
                   n.portal_file_code as code, '/exchange/' || n.id as link, count(*) over () as total
              from exchange.notice n
              left join member.published_member m on m.id = n.member_id
              join organisation.published_unit f on f.no = n.from_no and f.valid @> :today::date
              join organisation.published_unit t on t.no = n.res_no and t.valid @> :today::date
             where n.kind = 'TRANSFER'
               and n.number is not null
               and n.sent_on is not null
            """
                    + SEEN;

    static final Sql LIST =
            Sql.of(
                    LINES
                            + """
                               and (coalesce(m.folded, '') like :name or lower(n.number) like :sign
                                    or lower(coalesce(n.portal_file_code, '')) like :sign)
                               and (not :missing or n.portal_file_code is null)
                             order by n.sent_on desc, length(n.number) desc, n.number desc, n.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql MATCHING =
            Sql.of(
                    LINES
                            + """
                               and (lower(n.number) = any (:numbers::text[])
                                    or lower(n.portal_file_code) = any (:codes::text[]))
                            """);

    static final Sql KEEP =
            Sql.of(
                    """
                    update exchange.notice n
                       set portal_file_code = x.code
                      from unnest(:ids::uuid[], :codes::text[]) as x (id, code)
                     where n.id = x.id
                    """
                            + SEEN
                            + " returning n.member_id");

    private final PortalTable table;
    private final Facts facts;

    TransferFiles(Db db, Facts facts) {
        this.table = new PortalTable(db, LIST, MATCHING, KEEP);
        this.facts = facts;
    }

    @Override
    public String procedure() {
        return "transfers";
    }

    @Override
    public int order() {
        return 2;
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
                new ExchangeFacts.PortalCodesKept(
                        codes.size() == 1 ? codes.keySet().iterator().next() : Ids.next(), people));
    }
}
