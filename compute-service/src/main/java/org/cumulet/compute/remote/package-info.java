/// How this service asks others in its own name, and what their refusals mean for a workflow.
@NullMarked
package org.cumulet.compute.remote;

import org.jspecify.annotations.NullMarked;
