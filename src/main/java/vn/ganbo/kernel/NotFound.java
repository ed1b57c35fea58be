package vn.ganbo.kernel;

/** It does not exist for this viewer (404); whether it exists for others is not said. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotFound() {
        super("not found within the viewer's scope");
    }
}
