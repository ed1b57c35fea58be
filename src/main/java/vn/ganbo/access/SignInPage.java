package vn.ganbo.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ganbo.web.Typed;

/**
 * The page to sign in on.
 *
 * @param next where to go afterwards, or an empty text
 * @param carried the late form that travels along, or null
 * @param problem one sentence, or null
 * @param firstAdministrator whether this installation still waits for its first account
 * @param demo the invented people, in the demonstration
 */
record SignInPage(
        String title,
        String next,
        @Nullable Carried carried,
        @Nullable String problem,
        Typed typed,
        boolean firstAdministrator,
        List<DemoPeople.Group> demo) {}
