/** Bàn làm việc: what waits for an office today. */
@ApplicationModule(
        displayName = "Bàn làm việc",
        allowedDependencies = {"web", "database", "access", "organisation", "member", "assessment"})
@NullMarked
package vn.ganbo.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
