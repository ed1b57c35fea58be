package vn.ganbo.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.database.Db;
import vn.ganbo.document.Arrived;
import vn.ganbo.document.CommentSlipText;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Sql;
import vn.ganbo.kernel.Stamp;

/** Keeps slips that came on paper among those that were decided here. */
@Component
class PaperSlipStore {
    static final Sql TAKE =
            Sql.of(
                    """
                    insert into assessment.comment
                           (unit_no, cell_no, ward_no, work_no, id, request_id, incoming_id, member_id,
                            contact_id, year, form, state, answers, other, complete, cell_signer, cell_post,
                            cell_signed_on, commune_signer, commune_post, confirmed_on, returned_on,
                            full_name, sort_key, post, work_name, rulebook, changed_at, changed_by)
                    select k.unit_no, coalesce(k.cell_no, k.ward_no), k.ward_no, k.work_no, :id::uuid,
                           :request::uuid, :incoming::uuid, k.member_id, k.id, :year::int, :form,
                           'RETURNED', :answers::jsonb, :other::text, :complete::boolean,
                           :signer::text, :post::text, :made_on::date, :confirmer::text,
                           :confirmer_post::text, :confirmed_on::date, :arrived_on::date,
                           k.full_name, k.sort_key, k.post, k.work_name, :rulebook,
                           :at::timestamptz, :who
                      from liaison.published_contact k
                     where k.id = :contact::uuid
                       and k.work_no between :low and :high
                       and k.work_no <@ :scope::int4multirange
                    """);

    static final Sql CAME =
            Sql.of(
                    """
                    select c.returned_on
                      from assessment.comment c
                     where c.member_id = :member::uuid
                       and c.year = :year::int
                       and c.ward_no = :ward::int
                       and c.request_id is null
                       and c.incoming_id is not null
                       and c.work_no between :low and :high
                       and c.work_no <@ :scope::int4multirange
                     limit 1
                    """);

    private final Db db;
    private final JsonMapper json;

    PaperSlipStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The day on which a slip of that ward came that nobody had asked for. */
    Optional<LocalDate> came(Scope scope, PaperRequests.Target target, int year) {
        return db.one(
                scope,
                CAME,
                row -> row.getObject("returned_on", LocalDate.class),
                "member",
                target.memberId(),
                "year",
                year,
                "ward",
                target.wardNo());
    }

    int take(
            Scope scope,
            Arrived line,
            PaperRequests.Target target,
            CommentBody body,
            boolean complete,
            @Nullable CommentSlipText text,
            Stamp stamp) {
        LocalDate madeOn = text == null ? line.madeOn() : text.date();
        CommentSlipText.Confirmation confirmed = text == null ? null : text.confirmation();
        return db.update(
                scope,
                TAKE,
                "id",
                body.id(),
                "request",
                target.request(),
                "incoming",
                line.id(),
                "contact",
                target.contact(),
                "year",
                body.year(),
                "form",
                body.form().name(),
                "answers",
                json.writeValueAsString(body.answers()),
                "other",
                body.other(),
                "complete",
                complete,
                "signer",
                text == null ? null : text.signature().name(),
                "post",
                text == null ? null : text.signature().post(),
                "made_on",
                madeOn == null ? line.arrivedOn() : madeOn,
                "confirmer",
                confirmed == null ? null : confirmed.signature().name(),
                "confirmer_post",
                confirmed == null ? null : confirmed.signature().post(),
                "confirmed_on",
                confirmed == null ? null : confirmed.date(),
                "arrived_on",
                line.arrivedOn(),
                "rulebook",
                body.rulebook(),
                "at",
                stamp.at(),
                "who",
                stamp.who());
    }
}
