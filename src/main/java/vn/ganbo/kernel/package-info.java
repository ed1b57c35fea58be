/** Nền chung: the small types that every capability speaks. It uses nothing of the house itself. */
@ApplicationModule(
        displayName = "Nền chung",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package vn.ganbo.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
