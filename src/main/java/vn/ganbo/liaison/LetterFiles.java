package vn.ganbo.liaison;

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

/** Letters of introduction with the code of their file on the national portal. */
@Component
class LetterFiles implements PortalFiles {
    private static final String SEEN =
            """
             and ((i.work_no between :low and :high and i.work_no <@ :scope::int4multirange)
                  or (i.res_no between :low and :high and i.res_no <@ :scope::int4multirange))
            """;

    private static final String LINES =
            """
            select i.id, i.number, i.issued_on as on_day, f.name as issuer, m.full_name, t.name as "to",
                   i.portal_file_code as code, '/introductions/' || i.id as link, count(*) over () as total
              from liaison.introduction i
              join member.published_member m on m.id = i.member_id
              join organisation.published_unit f on f.no = i.from_no and f.valid @> :today::date
              join organisation.published_unit t on t.no = i.to_no and t.valid @> :today::date
             where i.number is not null
               and i.issued_on is not null
            """
                    + SEEN;

    static final Sql LIST =
            Sql.of(
                    LINES
                            + """
                               and (m.folded like :name or lower(i.number) like :sign
                                    or lower(coalesce(i.portal_file_code, '')) like :sign)
                               and (not :missing or i.portal_file_code is null)
                             order by i.issued_on desc, length(i.number) desc, i.number desc, i.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql MATCHING =
            Sql.of(
                    LINES
                            + """
                               and (lower(i.number) = any (:numbers::text[])
                                    or lower(i.portal_file_code) = any (:codes::text[]))
                            """);

    static final Sql KEEP =
            Sql.of(
                    """
                    update liaison.introduction i
                       set portal_file_code = x.code
                      from unnest(:ids::uuid[], :codes::text[]) as x (id, code)
                     where i.id = x.id
                    """
                            + SEEN
                            + " returning i.member_id");

    private final PortalTable table;
    private final Facts facts;

    LetterFiles(Db db, Facts facts) {
        this.table = new PortalTable(db, LIST, MATCHING, KEEP);
        this.facts = facts;
    }

    @Override
    public String procedure() {
        return "letters";
    }

    @Override
    public int order() {
        return 1;
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
                new LiaisonFacts.PortalCodesKept(
                        codes.size() == 1 ? codes.keySet().iterator().next() : Ids.next(), people));
    }
}
