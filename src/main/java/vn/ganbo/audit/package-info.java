/** Nhật ký: every fact, kept and sealed; history is read from it. */
@ApplicationModule(
        displayName = "Nhật ký",
        allowedDependencies = {"web", "database", "access", "organisation", "member"})
@NullMarked
package vn.ganbo.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
