/// What a project has on a server, as one thing with a name: an instance.
@NullMarked
package org.cumulet.database.instance;

import org.jspecify.annotations.NullMarked;
