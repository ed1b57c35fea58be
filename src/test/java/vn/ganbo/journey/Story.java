package vn.ganbo.journey;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** A story that broke off at one act is not told to its end. */
public final class Story implements BeforeEachCallback, TestExecutionExceptionHandler {
    private String broken = "";

    @Override
    public void beforeEach(ExtensionContext act) {
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the story broke off at " + broken);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext act, Throwable failure)
            throws Throwable {
        broken = act.getDisplayName();
        throw failure;
    }
}
