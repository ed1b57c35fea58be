package vn.ganbo.assessment;

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

/** Requests for comments with the code of their file on the national portal. */
@Component
class RequestFiles implements PortalFiles {
    private static final String SEEN =
            """
             and ((r.work_no between :low and :high and r.work_no <@ :scope::int4multirange)
                  or (r.res_no between :low and :high and r.res_no <@ :scope::int4multirange))
            """;

    private static final String LINES =
            """
            select r.id, r.number, r.asked_on as on_day, f.name as issuer, r.full_name, t.name as "to",
                   r.portal_file_code as code,
                   case when r.paper_id is not null then '/papers/' || r.paper_id end as link,
                   count(*) over () as total
              from assessment.comment_request r
              join organisation.published_unit f
                on f.no = r.from_no
               and (f.valid @> :today::date
                    or assessment.last_of(f.no, f.valid, :today::date))
              join organisation.published_unit t
                on t.no = r.to_no
               and (t.valid @> :today::date
                    or assessment.last_of(t.no, t.valid, :today::date))
              left join liaison.published_contact k on k.id = r.contact_id
             where r.number <> ''
            """
                    + SEEN;

    static final Sql LIST =
            Sql.of(
                    LINES
                            + """
                               and (coalesce(k.folded, '') like :name or lower(r.number) like :sign
                                    or lower(coalesce(r.portal_file_code, '')) like :sign)
                               and (not :missing or r.portal_file_code is null)
                             order by r.asked_on desc, length(r.number) desc, r.number desc, r.id
                             limit :size::int
                            offset :skip
                            """);

    static final Sql MATCHING =
            Sql.of(
                    LINES
                            + """
                               and (lower(r.number) = any (:numbers::text[])
                                    or lower(r.portal_file_code) = any (:codes::text[]))
                            """);

    static final Sql KEEP =
            Sql.of(
                    """
                    update assessment.comment_request r
                       set portal_file_code = x.code
                      from unnest(:ids::uuid[], :codes::text[]) as x (id, code)
                     where r.id = x.id
                    """
                            + SEEN
                            + " returning r.member_id");

    private final PortalTable table;
    private final Facts facts;

    RequestFiles(Db db, Facts facts) {
        this.table = new PortalTable(db, LIST, MATCHING, KEEP);
        this.facts = facts;
    }

    @Override
    public String procedure() {
        return "comment-requests";
    }

    @Override
    public int order() {
        return 0;
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
                new AssessmentFacts.PortalCodesKept(
                        codes.size() == 1 ? codes.keySet().iterator().next() : Ids.next(), people));
    }
}
