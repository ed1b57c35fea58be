/**
 * Cơ sở dữ liệu: the embedded or external PostgreSQL, its roles, and transactions under a scope.
 */
@ApplicationModule(
        displayName = "Cơ sở dữ liệu",
        allowedDependencies = {})
@NullMarked
package vn.ganbo.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
