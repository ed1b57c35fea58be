package vn.ganbo.regulation;

import java.time.LocalDate;
import java.util.List;

/**
 * What holds for screening and striking off (Quy định 24-QĐ/TW, 8.1; Chỉ thị 28-CT/TW).
 *
 * @param remindMonths months of one year after which the person is reminded
 * @param talkMonths months after which the cell committee talks with the person
 * @param openMonths months after which a case may be opened on that ground
 * @param helpMonths months a plan of help may last
 */
public record ScreeningBook(
        String id,
        int version,
        String code,
        String title,
        String citation,
        LocalDate from,
        Basis basis,
        int remindMonths,
        int talkMonths,
        int openMonths,
        Basis lapseBasis,
        int helpMonths,
        Basis helpBasis,
        List<GroundRule> grounds) {

    /**
     * One ground.
     *
     * @param afterHelp whether nobody is struck off on it before a plan of help has ended
     */
    public record GroundRule(ScreeningGround ground, String text, boolean afterHelp, Basis basis) {}

    public ScreeningBook {
        grounds = List.copyOf(grounds);
    }

    /** As records made under it name it: "24-qd-tw/1". */
    public String reference() {
        return id + "/" + version;
    }

    /** The rule of a ground; every ground has one. */
    public GroundRule rule(ScreeningGround ground) {
        return grounds.stream().filter(r -> r.ground() == ground).findFirst().orElseThrow();
    }
}
