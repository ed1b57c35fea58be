package vn.ganbo.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.kernel.History;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Problems;
import vn.ganbo.kernel.Role;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.UnitKind;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.TransferBook;
import vn.ganbo.regulation.TransferRules;
import vn.ganbo.web.Choice;
import vn.ganbo.web.Form;
import vn.ganbo.web.Step;
import vn.ganbo.web.Typed;

/** One transfer: where it stands, and what its two offices do with it. */
@Controller
class TransferCasePages {
    private static final String CASE = TransferPages.PATH + "/{id}";

    private final Transfers transfers;
    private final HostStays stays;
    private final PaperStays paperStays;
    private final TransferStore store;
    private final TransferRules rules;
    private final Units units;
    private final History history;
    private final Clock clock;

    TransferCasePages(
            Transfers transfers,
            HostStays stays,
            PaperStays paperStays,
            TransferStore store,
            TransferRules rules,
            Units units,
            History history,
            Clock clock) {
        this.transfers = transfers;
        this.stays = stays;
        this.paperStays = paperStays;
        this.store = store;
        this.rules = rules;
        this.units = units;
        this.history = history;
        this.clock = clock;
    }

    /** What this viewer can do with the transfer now. */
    record May(
            boolean issue,
            boolean cancel,
            boolean receive,
            boolean place,
            boolean giveBack,
            boolean leave,
            boolean begin,
            boolean live,
            boolean extend,
            boolean end,
            boolean ask,
            boolean answer,
            boolean sendBack) {
        static May of(Viewer viewer, Transfer transfer) {
            boolean office = Transfers.mayOpen(viewer);
            boolean from = office && transfer.from(viewer.scope());
            boolean to = office && transfer.to(viewer.scope());
            boolean host = office && HostStays.speaksForHost(viewer, transfer);
            TransferState state = transfer.state();
            boolean before = state == TransferState.OPENED || state == TransferState.PROPOSED;
            boolean issued = state == TransferState.ISSUED;
            boolean staying = state == TransferState.STAYING;
            return new May(
                    from && before,
                    from && (before || issued),
                    to && issued && !transfer.temporary(),
                    to && state == TransferState.RECEIVED,
                    to && !transfer.inside() && (issued || state == TransferState.RECEIVED),
                    from && issued && transfer.outside() && !transfer.temporary(),
                    host && issued && transfer.temporary(),
                    host && staying && !transfer.outside(),
                    staying && HostStays.mayAsk(viewer, transfer),
                    (from || to) && staying,
                    HostStays.mayAsk(viewer, transfer) && staying,
                    HostStays.mayAnswer(viewer, transfer),
                    PaperStays.maySendBack(viewer, transfer));
        }
    }

    record View(
            Transfer transfer,
            List<Step> steps,
            May may,
            List<TransferStore.Comment> comments,
            List<TransferStore.Extension> extensions,
            List<Choice> cells,
            List<String> offices,
            boolean atResidence,
            boolean readsPapers,
            TransferBook book,
            LocalDate today,
            Typed typed,
            List<History.Line> history) {
        /** The host's cell as it is chosen now, as the value of its field. */
        @Nullable String cell() {
            Integer no = transfer.placedNo();
            return no == null ? null : no.toString();
        }

        boolean asked() {
            return comments.stream().anyMatch(c -> c.year() == today.getYear());
        }
    }

    @GetMapping(CASE)
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return draw(viewer, id, Typed.empty(), model);
    }

    private String draw(Viewer viewer, UUID id, Typed typed, Model model) {
        Transfer transfer = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        May may = May.of(viewer, transfer);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "view",
                new View(
                        transfer,
                        steps(transfer),
                        may,
                        transfer.temporary() ? store.comments(viewer.scope(), id) : List.of(),
                        transfer.temporary() ? store.extensions(viewer.scope(), id) : List.of(),
                        may.place() || may.live() || (may.begin() && !transfer.outside())
                                ? units.subtree(viewer.scope(), viewer.unitNo()).stream()
                                        .filter(unit -> unit.kind() == UnitKind.CELL)
                                        .filter(unit -> unit.no() != transfer.workNo())
                                        .map(unit -> Choice.of(unit.no(), unit.name()))
                                        .toList()
                                : List.of(),
                        may.issue() && !transfer.temporary()
                                ? store.offices(viewer.scope(), transfer.memberId())
                                : List.of(),
                        transfer.state() == TransferState.PLACED
                                && viewer.is(Role.RESIDENCE_OFFICE)
                                && transfer.to(viewer.scope()),
                        transfer.from(viewer.scope()) || transfer.to(viewer.scope()),
                        rules.on(today),
                        today,
                        typed,
                        history.ofThings(viewer.scope(), transfer.things())));
        return "transfer/case";
    }

    private static List<Step> steps(Transfer transfer) {
        List<Step> out = new ArrayList<>();
        TransferState state = transfer.state();
        boolean before = state == TransferState.OPENED || state == TransferState.PROPOSED;
        if (!transfer.fromOutside()) {
            out.add(
                    Step.done(
                            state == TransferState.PROPOSED ? "Chi bộ đề nghị" : "Mở hồ sơ",
                            Show.date(transfer.openedOn())));
        }
        if (transfer.issuedOn() != null) {
            out.add(Step.done("Cấp giấy giới thiệu", Show.date(transfer.issuedOn())));
        } else if (before) {
            LocalDate due = transfer.startDue();
            out.add(
                    Step.now(
                            "Cấp giấy giới thiệu",
                            due == null ? null : "chậm nhất " + Show.date(due)));
        }
        String arrive = transfer.temporary() ? "Đến nơi tạm thời" : "Nộp giấy ở nơi đến";
        if (transfer.receivedOn() != null) {
            out.add(Step.done(arrive, Show.date(transfer.receivedOn())));
        } else if (state == TransferState.ISSUED) {
            LocalDate due = transfer.handInDue();
            out.add(Step.now(arrive, due == null ? null : "chậm nhất " + Show.date(due)));
        } else if (before) {
            out.add(Step.later(arrive, null));
        }
        out.add(last(transfer));
        return out;
    }

    private static Step last(Transfer transfer) {
        String title = transfer.temporary() ? "Trở về" : "Phân về chi bộ";
        return switch (transfer.state()) {
            case PROPOSED, OPENED, ISSUED -> Step.later(title, null);
            case RECEIVED -> Step.now(title, null);
            case STAYING -> Step.now(title, "hết " + Show.date(transfer.until()));
            case PLACED -> Step.done(title, transfer.placedName());
            case ENDED -> Step.done(title, Show.date(transfer.closedOn()));
            case LEFT -> Step.done("Nơi đến báo đã nhận", Show.date(transfer.closedOn()));
            case RETURNED -> Step.stopped("Nơi đến trả lại", Show.date(transfer.closedOn()));
            case CANCELLED -> Step.stopped("Đã hủy", Show.date(transfer.closedOn()));
        };
    }

    @PostMapping(CASE + "/issuing")
    String issue(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã cấp số và lưu giấy. Nơi đến thấy hồ sơ này từ bây giờ.",
                (typed, version) -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    String signer = typed.text("signer", null, Transfers.LONGEST, problems);
                    String post = typed.text("post", null, Transfers.LONGEST, problems);
                    problems.check();
                    transfers.issue(
                            viewer,
                            id,
                            version,
                            typed.values().getOrDefault("dossier", List.of()),
                            typed.has("sealed", "true"),
                            new Transfers.Signer(signer, post));
                });
    }

    @PostMapping(CASE + "/receipt")
    String receive(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã tiếp nhận. Phân về chi bộ để đảng viên sinh hoạt.",
                (typed, version) -> {
                    transfers.receive(viewer, id, version, day(typed, "on"));
                });
    }

    @PostMapping(CASE + "/placement")
    String place(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã phân về chi bộ. Hồ sơ đảng viên và giấy giới thiệu nơi cư trú nay thuộc đơn vị này.",
                (typed, version) -> {
                    Integer cell = cell(typed);
                    if (cell == null) {
                        throw Problems.of("cell", "Chọn chi bộ.");
                    }
                    transfers.place(viewer, id, version, cell, day(typed, "on"));
                });
    }

    @PostMapping(CASE + "/giving-back")
    String giveBack(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã trả lại. Nơi giới thiệu đọc được lý do.",
                (typed, version) -> {
                    transfers.giveBack(viewer, id, version, because(typed));
                });
    }

    @PostMapping(CASE + "/cancellation")
    String cancel(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã hủy. Giấy đã cấp không còn giá trị.",
                (typed, version) -> {
                    transfers.cancel(viewer, id, version, because(typed));
                });
    }

    @PostMapping(CASE + "/departure")
    String leave(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã ghi phiếu báo. Đảng viên được ghi là đã chuyển đi.",
                (typed, version) -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    String slip = typed.text("slipNo", null, Transfers.LONGEST, problems);
                    problems.check();
                    transfers.leave(viewer, id, version, slip, day(typed, "on"));
                });
    }

    @PostMapping(CASE + "/stay")
    String begin(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã ghi ngày đến. Đảng viên vẫn tính ở nơi giới thiệu.",
                (typed, version) -> {
                    stays.begin(viewer, id, version, day(typed, "on"), cell(typed));
                });
    }

    @PostMapping(CASE + "/host-cell")
    String live(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã phân về chi bộ. Chi bộ ấy mời họp và nhận xét đảng viên từ bây giờ.",
                (typed, version) -> {
                    Integer cell = cell(typed);
                    if (cell == null) {
                        throw Problems.of("cell", "Chọn chi bộ.");
                    }
                    stays.live(viewer, id, version, cell);
                });
    }

    @PostMapping(CASE + "/extension")
    String extend(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã gia hạn. Nơi tạm thời, chi bộ chính thức và đảng viên được báo.",
                (typed, version) -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    LocalDate until = typed.day("until", "Ghi ngày cuối mới.", problems);
                    String number = typed.text("decisionNo", null, Transfers.LONGEST, problems);
                    LocalDate decided =
                            typed.day("decisionOn", "Ghi ngày của văn bản gia hạn.", problems);
                    problems.check();
                    stays.extend(
                            viewer,
                            id,
                            version,
                            new HostStays.Longer(
                                    Objects.requireNonNull(until),
                                    number.isEmpty() ? null : number,
                                    Objects.requireNonNull(decided)));
                });
    }

    @PostMapping(CASE + "/homecoming")
    String end(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã ghi ngày trở về.",
                (typed, version) -> {
                    stays.end(viewer, id, version, day(typed, "on"));
                });
    }

    @PostMapping(CASE + "/comments")
    String ask(Viewer viewer, @PathVariable UUID id, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã xin nhận xét của nơi sinh hoạt tạm thời.",
                (_, _) -> {
                    stays.ask(viewer, id);
                });
    }

    @PostMapping(CASE + "/comments/{comment}")
    String answer(Viewer viewer, @PathVariable UUID id, @PathVariable UUID comment, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã ghi nhận xét; chi bộ nơi giới thiệu đọc được.",
                (typed, _) -> {
                    Problems.Gatherer problems = new Problems.Gatherer();
                    String words = typed.text("answer", null, Transfers.LONGEST_REASON, problems);
                    problems.check();
                    stays.answer(viewer, id, comment, words);
                });
    }

    @PostMapping(CASE + "/comments/{comment}/paper")
    String sendBack(Viewer viewer, @PathVariable UUID id, @PathVariable UUID comment, Form form) {
        return act(
                viewer,
                id,
                form,
                "Đã ra công văn. In, ký, đóng dấu rồi gửi nơi giới thiệu.",
                (_, _) -> paperStays.sendBack(viewer, id, comment));
    }

    private String act(Viewer viewer, UUID id, Form form, String said, ObjIntConsumer<Typed> work) {
        return form.run(
                () -> {
                    Typed typed = form.typed();
                    work.accept(typed, version(typed));
                    return form.done(TransferPages.PATH + "/" + id, said);
                },
                typed -> draw(viewer, id, typed, form.model()));
    }

    private static int version(Typed typed) {
        String version = typed.or("version", "0");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static @Nullable Integer cell(Typed typed) {
        String cell = typed.or("cell", "");
        return cell.matches("[0-9]{1,9}") ? Integer.valueOf(cell) : null;
    }

    private static LocalDate day(Typed typed, String field) {
        Problems.Gatherer problems = new Problems.Gatherer();
        @Nullable LocalDate day = typed.day(field, "Ghi ngày.", problems);
        problems.check();
        return Objects.requireNonNull(day);
    }

    private static String because(Typed typed) {
        Problems.Gatherer problems = new Problems.Gatherer();
        String because = typed.text("because", null, Transfers.LONGEST_REASON, problems);
        problems.check();
        return because;
    }
}
