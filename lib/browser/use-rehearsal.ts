import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RehearsalAction, RehearsalState } from '@/lib/contract/http';
import { getJson, postJson, ProblemError } from './request';
import { useTeller } from './teller';

const path = '/api/rehearsal';
const queryKey = ['rehearsal'] as const;
const everyMs = 1500;

/** What the simulator is doing, asked again and again while it is shown. */
export function useRehearsalState() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => getJson<RehearsalState>(path, signal),
    refetchInterval: everyMs,
  });
}

/** Steers the simulator; what goes wrong is told. */
export function useSteerRehearsal() {
  const queryClient = useQueryClient();
  const teller = useTeller();
  const { mutate, isPending } = useMutation({
    mutationFn: (action: RehearsalAction) => postJson<RehearsalState>(path, action),
    onSuccess: (state) => {
      queryClient.setQueryData(queryKey, state);
    },
    onError: (error) => {
      if (error instanceof ProblemError) teller.problem(error.problem);
      else teller.unreachable();
    },
  });
  return { steer: mutate, isBusy: isPending };
}
