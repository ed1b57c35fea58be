package vn.ganbo.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ganbo.document.PaperKind;
import vn.ganbo.document.PaperText;
import vn.ganbo.document.WrittenPapers;
import vn.ganbo.document.WrittenText;
import vn.ganbo.kernel.NotFound;
import vn.ganbo.kernel.Show;
import vn.ganbo.kernel.Viewer;
import vn.ganbo.organisation.Units;
import vn.ganbo.regulation.Rulebooks;

/** Thông báo: a bulletin as a paper, for workplaces that do not read this program. */
@Controller
class BulletinPaperPages {
    private final BulletinStore store;
    private final WrittenPapers papers;
    private final Units units;
    private final Rulebooks rulebooks;

    BulletinPaperPages(
            BulletinStore store, WrittenPapers papers, Units units, Rulebooks rulebooks) {
        this.store = store;
        this.papers = papers;
        this.units = units;
        this.rulebooks = rulebooks;
    }

    /** Numbers and keeps the announcement once; afterwards the same paper is opened. */
    @PostMapping("/bulletins/{id}/paper")
    @Transactional
    public String paper(Viewer viewer, @PathVariable UUID id) {
        BulletinStore.Bulletin bulletin = store.one(viewer.scope(), id).orElseThrow(NotFound::new);
        List<String> workplaces =
                store.copies(viewer.scope(), id).stream()
                        .map(copy -> Show.committee(copy.name()))
                        .toList();
        UUID paper =
                papers.once(
                        viewer,
                        new WrittenPapers.Occasion(
                                id,
                                PaperKind.ANNOUNCEMENT,
                                bulletin.unitNo(),
                                null,
                                null,
                                null,
                                rulebooks.on(bulletin.sentOn()).reference()),
                        bulletin.sentOn(),
                        number ->
                                new WrittenText(
                                        PaperKind.ANNOUNCEMENT,
                                        PaperText.Issuer.of(
                                                units.above(viewer.scope(), bulletin.unitNo())),
                                        number,
                                        bulletin.sentOn(),
                                        bulletin.title(),
                                        List.of(),
                                        List.of(),
                                        Arrays.stream(bulletin.body().split("\n"))
                                                .filter(line -> !line.isBlank())
                                                .toList(),
                                        null,
                                        workplaces,
                                        new PaperText.Signature(
                                                bulletin.signedPost(), bulletin.signedBy()),
                                        null));
        return "redirect:/papers/" + paper;
    }
}
