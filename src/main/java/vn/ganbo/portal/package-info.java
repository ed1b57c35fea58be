/** Mã hồ sơ trên Cổng: the codes that files have on the national portal, in and out as lists. */
@ApplicationModule(
        displayName = "Mã hồ sơ trên Cổng",
        allowedDependencies = {"web", "spreadsheet"})
@NullMarked
package vn.ganbo.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
