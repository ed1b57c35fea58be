/** Truy cập: sign-in, offices turned into scope, and the rights table. */
@ApplicationModule(
        displayName = "Truy cập",
        allowedDependencies = {"web", "spreadsheet", "database", "organisation"})
@NullMarked
package vn.ganbo.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
