/** Quy định: rulebooks by date and the calendar of working days. */
@ApplicationModule(
        displayName = "Quy định",
        allowedDependencies = {"web", "spreadsheet", "database", "organisation"})
@NullMarked
package vn.ganbo.regulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
