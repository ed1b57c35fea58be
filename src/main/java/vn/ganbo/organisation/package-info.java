/** Tổ chức đảng: the dated tree of Party organisations and residential areas. */
@ApplicationModule(
        displayName = "Tổ chức đảng",
        allowedDependencies = {"web", "spreadsheet", "database"})
@NullMarked
package vn.ganbo.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
