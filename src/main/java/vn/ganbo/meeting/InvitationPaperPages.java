package vn.ganbo.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.Papers;
import vn.ganbo.document.PrintLayout;
import vn.ganbo.document.Prints;
import vn.ganbo.document.WrittenPapers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.Labels;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;

/**
 * Giấy mời: one number for a meeting, one sheet for each who is invited, by unit and given name.
 */
@Controller
class InvitationPaperPages {
    private final MeetingStore store;
    private final MeetingQueries queries;
    private final DocumentStore documents;
    private final WrittenPapers written;
    private final Papers papers;
    private final Prints prints;
    private final Units units;
    private final Clock clock;

    InvitationPaperPages(
            MeetingStore store,
            MeetingQueries queries,
            DocumentStore documents,
            WrittenPapers written,
            Papers papers,
            Prints prints,
            Units units,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.documents = documents;
        this.written = written;
        this.papers = papers;
        this.prints = prints;
        this.units = units;
        this.clock = clock;
    }

    /** Numbers and keeps the invitation once, and prints it for everybody who is invited. */
    @PostMapping("/meetings/{id}/invitation-papers")
    @Transactional
    public ResponseEntity<byte[]> print(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer part,
            @RequestParam(defaultValue = "A4") PrintLayout layout) {
        Meeting meeting = store.find(viewer.scope(), id).orElseThrow(NotFound::new);
        List<MeetingQueries.Row> people = queries.roll(viewer.scope(), id, part);
        if (people.isEmpty()) {
            throw new Refusal("meeting.nobody-invited");
        }
        LocalDate on = Objects.requireNonNullElse(meeting.invitedOn(), LocalDate.now(clock));
        UUID paper =
                written.once(
                        viewer,
                        new WrittenPapers.Occasion(
                                id,
                                PaperKind.INVITATION,
                                meeting.unitNo(),
                                null,
                                null,
                                null,
                                meeting.rulebook()),
                        on,
                        number -> text(viewer, meeting, number, on));
        WrittenText text = written.text(viewer.scope(), paper).orElseThrow(NotFound::new);
        return prints.answer(
                viewer,
                PaperKind.INVITATION.label(),
                papers.drafts(
                        viewer.scope(),
                        meeting.unitNo(),
                        people.stream()
                                .map(row ->
                                        text.to(
                                                List.of(
                                                        "đồng chí %s, %s"
                                                                .formatted(
                                                                        row.fullName(),
                                                                        row.workName()))))
                                .toList()),
                layout);
    }

    private WrittenText text(Viewer viewer, Meeting meeting, String number, LocalDate on) {
        String host = Show.committee(meeting.unitName());
        List<String> out = new ArrayList<>();
        out.add("Đến dự: %s, do %s tổ chức.".formatted(meeting.title(), host));
        out.add("Thời gian: %s, %s.".formatted(meeting.hour(), Show.weekday(meeting.plannedOn())));
        out.add("Địa điểm: %s.".formatted(meeting.place()));
        if (meeting.way().fromAfar()) {
            out.add(
                    "Hình thức: %s. Đồng chí ở xa tham gia tại: %s"
                            .formatted(
                                    Labels.of(meeting.way()).toLowerCase(Locale.ROOT),
                                    meeting.joinAt()));
        }
        List<String> agenda =
                Arrays.stream(meeting.agenda().split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (!agenda.isEmpty()) {
            out.add("Nội dung:");
            agenda.forEach(line -> out.add("- " + line.replaceFirst("[.;]$", "") + "."));
        }
        List<DocumentStore.Listed> sent = documents.ofMeeting(viewer.scope(), meeting.id());
        if (!sent.isEmpty()) {
            out.add(
                    "Tài liệu gửi trước, đọc ở trang Giấy mời của đồng chí hoặc lấy bản in ở chi bộ: %s."
                            .formatted(
                                    sent.stream()
                                            .map(DocumentStore.Listed::name)
                                            .collect(Collectors.joining("; "))));
        }
        out.add(
                "Đề nghị đồng chí thu xếp dự họp đầy đủ, đúng giờ. Nếu không dự được, đề nghị báo trước lý do cho tổ trưởng tổ đảng hoặc bí thư chi bộ.");
        return new WrittenText(
                PaperKind.INVITATION,
                PaperText.Issuer.of(units.above(viewer.scope(), meeting.unitNo())),
                number,
                on,
                null,
                List.of("các đồng chí có tên trong danh sách mời"),
                List.of(),
                out,
                null,
                List.of("Như trên"),
                PaperText.Signature.byHand(),
                null);
    }
}
