package vn.ganbo.kernel;

import java.util.UUID;

/**
 * A capability that takes in papers from outside says where: intake enters them in the book and
 * leads there. A bean.
 */
public interface PaperDoor {
    /** The kind of paper, by its name. */
    String kind();

    /** The office that takes it in. */
    Role office();

    /** The page on which a line of the book is taken in, and looked at afterwards. */
    String path(UUID line);
}
