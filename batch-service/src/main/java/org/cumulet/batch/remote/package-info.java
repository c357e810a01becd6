/// The other services of this cloud, asked over HTTP.
@NullMarked
package org.cumulet.batch.remote;

import org.jspecify.annotations.NullMarked;
