/** Chữ ký: signed papers that come back: whether they are whole, and who signed them. */
@ApplicationModule(
        displayName = "Chữ ký",
        allowedDependencies = {"web", "spreadsheet", "database", "organisation", "document"})
@NullMarked
package vn.ganbo.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
