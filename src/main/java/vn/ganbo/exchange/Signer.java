package vn.ganbo.exchange;

/**
 * Who signs on paper.
 *
 * @param name without titles
 * @param post one that the rulebook lets sign: "Bí thư", "Phó Bí thư"
 */
public record Signer(String name, String post) {}
