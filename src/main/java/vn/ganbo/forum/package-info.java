/** Bảng tin chi bộ: members of a residence's cell ask each other and share what they know. */
@ApplicationModule(
        displayName = "Bảng tin chi bộ",
        allowedDependencies = {"web", "spreadsheet", "database", "organisation", "liaison"})
@NullMarked
package vn.ganbo.forum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
