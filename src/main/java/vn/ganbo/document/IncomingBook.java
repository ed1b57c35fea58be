package vn.ganbo.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ganbo.kernel.Ids;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Refusal;
import vn.ganbo.kernel.Scope;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;

/**
 * Sổ văn bản đến: what came to a unit is entered once, with a number of its own for each term (Quy
 * định 399-QĐ/TW asks for the book; its columns are offices' practice). The fact is that of the act
 * it belongs to.
 */
@Component
public class IncomingBook {
    private final IncomingStore store;
    private final PaperStore papers;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    IncomingBook(IncomingStore store, PaperStore papers, Clock clock) {
        this.store = store;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * Enters what arrived.
     *
     * @throws NotFound when the unit is not the viewer's
     * @throws Refusal when the same paper stands in the book already
     */
    @Transactional
    public Arrived enter(Viewer viewer, Arrival arrival) {
        if (!viewer.scope().sees(arrival.unitNo())) {
            throw new NotFound();
        }
        Optional<Arrived> there = store.theSame(viewer.scope(), arrival);
        if (there.isPresent()) {
            throw new Refusal(
                            "document.arrived-already",
                            Integer.toString(there.get().no()),
                            Show.date(there.get().arrivedOn()))
                    .about(there.get().caseId());
        }
        UUID id = Ids.next();
        LocalDate term = papers.termStart(viewer.scope(), arrival.unitNo(), arrival.arrivedOn());
        Arrival.File file = arrival.file();
        store.enter(
                viewer.scope(),
                id,
                term,
                arrival,
                file == null || file.whole() == null
                        ? null
                        : json.writeValueAsString(file.whole().text()),
                clock.instant(),
                viewer.name());
        return store.one(viewer.scope(), id).orElseThrow(NotFound::new);
    }

    /** The same, where it may stand there already: then nothing is entered. */
    @Transactional
    public void enterOnce(Viewer viewer, Arrival arrival) {
        if (store.theSame(viewer.scope(), arrival).isEmpty()) {
            enter(viewer, arrival);
        }
    }

    /** One line, where the viewer sees the book. */
    public Optional<Arrived> find(Scope scope, UUID id) {
        return store.one(scope, id);
    }

    /** The same paper in the unit's book, if it stands there. */
    public Optional<Arrived> theSame(Scope scope, Arrival arrival) {
        return store.theSame(scope, arrival);
    }

    /** What stands on what arrived, for the kinds this program makes. */
    public Optional<PaperText> text(Scope scope, Arrived line) {
        PaperKind kind = line.kind();
        return kind == null
                ? Optional.empty()
                : store.data(scope, line.id()).map(data -> json.readValue(data, kind.text()));
    }

    /** The lines of a unit's book between two days, both included, latest first. */
    public List<Arrived> book(Scope scope, int unitNo, LocalDate since, LocalDate until, int most) {
        return store.book(scope, unitNo, since, until, most);
    }

    /**
     * Says where it was dealt with; nothing happens where that has been said.
     *
     * @param path of the case's page
     */
    @Transactional
    public void handled(Viewer viewer, UUID id, String path, @Nullable UUID member) {
        handled(viewer, id, path, member, null);
    }

    /** The same, with what it answers. */
    @Transactional
    public void handled(
            Viewer viewer, UUID id, String path, @Nullable UUID member, @Nullable UUID about) {
        store.handled(viewer.scope(), id, path, member, about, clock.instant(), viewer.name());
    }

    /** A file as it came, as an answer over the web. */
    public Optional<ResponseEntity<byte[]>> opened(Scope scope, UUID id) {
        return store.file(scope, id)
                .map(kept ->
                        PdfAnswer.of(
                                kept.file(),
                                "van-ban-den.pdf",
                                MediaType.parseMediaType(kept.mediaType())));
    }
}
