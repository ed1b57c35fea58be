package vn.ganbo.regulation;

import java.util.List;

/** Biểu mẫu: what the papers of a regulation look like and who signs them. */
public record Forms(List<Slip> slips, List<Signatory> signatories, List<Wording> wordings) {

    public Forms {
        slips = List.copyOf(slips);
        signatories = List.copyOf(signatories);
        wordings = List.copyOf(wordings);
    }

    /** A fixed sentence of a paper, with {họ tên} and the like to be filled in. */
    public record Wording(String key, String text, Basis basis) {}
}
