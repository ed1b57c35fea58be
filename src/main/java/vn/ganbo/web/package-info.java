/** Khung trang: the page shell, the shared controls and how errors are said. */
@ApplicationModule(
        displayName = "Khung trang",
        allowedDependencies = {})
@NullMarked
package vn.ganbo.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
